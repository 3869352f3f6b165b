import * as v from "valibot";
import { emailLimit } from "./limits.ts";

/** An address as a person types it: outer spaces are dropped, Unicode is composed (NFC). */
export const emailAddress = v.pipe(
  v.string(),
  v.trim(),
  v.normalize("NFC"),
  v.maxLength(emailLimit),
  v.regex(/^[^\s@<>()[\],;:"\\\p{Cc}]{1,64}@[^\s@<>()[\],;:"\\\p{Cc}]+\.[^\s@.<>()[\],;:"\\\p{Cc}]{2,}$/u),
);
