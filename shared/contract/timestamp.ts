import * as v from "valibot";

/** A moment: RFC 3339, UTC, with milliseconds. */
export const timestamp = v.pipe(v.string(), v.isoTimestamp());
