import { fail } from "../../shared/outcome.ts";

/** Where a page of a list ends: the row that the next page follows. `at` in milliseconds since 1970. */
export interface PageEnd {
  at: number;
  id: string;
}

/** The same of a list whose rows are numbered. */
export interface NumberedPageEnd {
  at: number;
  seq: number;
}

/** The cursor that stands for a page's end; opaque to those who send it back. */
export function formatCursor(end: PageEnd | NumberedPageEnd): string {
  return `${end.at.toString(36)}.${"seq" in end ? end.seq.toString(36) : end.id}`;
}

/** The page's end that a cursor stands for; null for a text that is no cursor. */
export function parseCursor(cursor: string): PageEnd | null {
  const [, at, id] = /^([0-9a-z]{1,10})\.([\w-]{1,80})$/.exec(cursor) ?? [];
  return at === undefined || id === undefined ? null : { at: Number.parseInt(at, 36), id };
}

/** The same of a list whose rows are numbered. */
export function parseNumberedCursor(cursor: string): NumberedPageEnd | null {
  const end = parseCursor(cursor);
  return end && /^[0-9a-z]{1,10}$/.test(end.id) ? { at: end.at, seq: Number.parseInt(end.id, 36) } : null;
}

/** What is said of a text that is no cursor. */
export interface WrongCursor {
  fields: { path: string; message: string }[];
}

/** The answer to such a text. */
export const notACursor = fail("invalid_request", { fields: [{ path: "cursor", message: "is not valid" }] });
