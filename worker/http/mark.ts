import type * as v from "valibot";
import type { Caller } from "../../shared/contract/operations/caller.ts";

/** What a middleware decides for the routes behind it, so that a test can compare it with what their operations say. */
export interface Mark {
  /** Who gets past it. Of several on a route the last one counts: it asks for the most. */
  caller?: Caller;
  /** What the body has to be. */
  body?: v.GenericSchema<unknown, unknown>;
  /** What the query has to be. */
  query?: v.GenericSchema<unknown, unknown>;
}

/** Writes on a middleware what it decides; it works as before. */
export function marked<Middleware extends object>(middleware: Middleware, mark: Mark): Middleware {
  return Object.assign(middleware, { mark });
}

/** What is written on a middleware; nothing on one that decides neither. */
export function markOf(middleware: object): Mark {
  return "mark" in middleware ? (middleware.mark as Mark) : {};
}
