import * as v from "valibot";

/** A moment that a caller names, as RFC 3339 has it. */
export const moment = v.pipe(v.string(), v.maxLength(40), v.isoTimestamp());
