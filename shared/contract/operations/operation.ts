import type { ErrorCode } from "../errors.ts";
import type { Caller } from "./caller.ts";
import type { Content } from "./content.ts";
import type { Shape } from "./shape.ts";

/** One route as other people's code sees it. The document, the reference and the tests are made from these. */
export interface Operation {
  method: "get" | "post" | "put" | "patch" | "delete";
  /** As OpenAPI writes it: `/v1/account/sessions/{id}`. */
  path: `/${string}`;
  /** What it is called in code that is generated from the document. */
  id: string;
  /** What it does, as a heading. */
  summary: string;
  /** What a caller has to know as well; a blank line parts paragraphs, and `code` may stand in it. */
  description?: string;
  caller: Caller;
  /** What each `{name}` of the path is. */
  params?: Record<string, string>;
  query?: Content;
  /** Headers that mean something here, besides those of `callers` and `Accept-Language`. */
  headers?: RequestHeader[];
  body?: Content;
  /** The body may be missing, which means what an empty object does. */
  bodyMayBeMissing?: true;
  /** What it answers when it does what it is for, by status. */
  answers: { [status in Success]?: GoodAnswer };
  /** What it may refuse for, besides what follows from the rest: see `problemsOf`. */
  problems?: ErrorCode[];
}

type Success = 200 | 201 | 202 | 204 | 302 | 303;

/** A response that isn't a problem. */
export interface GoodAnswer {
  /** What it means, as a sentence. */
  says: string;
  /** Absent where there is nothing but a status. */
  content?: Content;
  /** Headers of it that a caller reads, such as `Location`, with what each is. */
  headers?: Record<string, string>;
}

export type RequestHeader = "Latchkey-Session" | "Latchkey-Device";

/** The operations of one feature, under one heading of the reference. */
export interface Feature {
  /** The name of its folder: the anchor of its heading. */
  name: string;
  title: string;
  /** What it is for, in a sentence or two. */
  about: string;
  /** What its operations share, by the name it has in the document. */
  shapes: Record<string, Shape>;
  operations: Operation[];
}
