import { fail } from "../../shared/outcome.ts";

/** What is said of a cursor that is none of ours. */
export interface WrongCursor {
  fields: { path: string; message: string }[];
}

/** The answer to such a cursor. */
export const notACursor = fail("invalid_request", { fields: [{ path: "cursor", message: "is not valid" }] });
