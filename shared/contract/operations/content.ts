import type * as v from "valibot";
import type { Describable, Fields } from "./shape.ts";

/** What is sent or answered. */
export interface Content {
  /** Its content type, without a character set. */
  type: string;
  /** Null for text that is nobody's to take apart, such as a page. */
  schema: Describable | null;
  fields: Record<string, string>;
  example?: unknown;
}

/** What is said about a schema besides the schema itself: words for its fields, and one whole that is valid. */
export interface Words<S extends Describable> {
  fields?: Fields<S>;
  example?: v.InferInput<S>;
}

/** JSON, as nearly everything is. */
export function json<S extends Describable>(schema: S, words: Words<S> = {}): Content {
  return content("application/json", schema, words);
}

/** A form, as OAuth has them. */
export function form<S extends Describable>(schema: S, words: Words<S> = {}): Content {
  return content("application/x-www-form-urlencoded", schema, words);
}

/** The parameters of a query. */
export const query = form;

/** One JSON value a line, each of them valid by `schema`. */
export function lines<S extends Describable>(schema: S, words: Words<S> = {}): Content {
  return content("application/x-ndjson", schema, words);
}

/** Text of a type that has no schema, such as a page or a script. */
export function text(type: string): Content {
  return { type, schema: null, fields: {} };
}

function content<S extends Describable>(type: string, schema: S, { fields = {}, example }: Words<S>): Content {
  return { type, schema, fields: fields as Record<string, string>, ...(example !== undefined && { example }) };
}
