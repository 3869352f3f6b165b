import * as v from "valibot";
import { readTypedCode, typedCodeLimit } from "../typed-code.ts";

/** Six digits, however they are typed: in any script, with dashes and spaces, in the sentence that they came in. */
export const sixDigits = v.pipe(
  v.string(),
  v.maxLength(typedCodeLimit),
  v.transform((text) => readTypedCode(text) ?? ""),
  v.regex(/^[0-9]{6}$/, "There is no run of exactly six digits, or more than one."),
);
