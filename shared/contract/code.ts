import * as v from "valibot";

/** Six digits; the spaces and hyphens that people type or paste are dropped. */
export const sixDigits = v.pipe(
  v.string(),
  v.maxLength(32),
  v.transform((text) => text.replace(/[\s\u2009-]/gu, "")),
  v.regex(/^[0-9]{6}$/),
);
