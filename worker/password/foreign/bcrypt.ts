import bcrypt from "bcryptjs";
import { fail, ok } from "../../../shared/outcome.ts";
import { type ForeignForm, isBetween } from "./parts.ts";
import { foreignLimits } from "./rules.ts";

const saltBytes = 16;
const hashBytes = 23;

/**
 * bcrypt in its own form, `$2a$`, `$2b$` or `$2y$`, which passlib writes too, and Django with `bcrypt$` before it. `$2x$`
 * marks hashes of an old fault of PHP's, by which letters beyond ASCII were mangled: nothing here makes it again.
 */
export const bcryptForm: ForeignForm = (text) => {
  const [, minor, rest] = /^(?:bcrypt\$)?\$2([abxy])\$(.*)$/.exec(text) ?? [];
  if (minor === undefined || rest === undefined) return null;
  if (minor === "x") return fail("hash_bcrypt_2x");
  const [, cost = "", salt, hash] = /^(\d\d)\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})$/.exec(rest) ?? [];
  if (salt === undefined || hash === undefined) return fail("hash_malformed");
  if (Number(cost) < foreignLimits.bcryptCost.least) return fail("hash_malformed");
  if (!isBetween(Number(cost), foreignLimits.bcryptCost)) return fail("hash_too_costly");
  return ok(`$2${minor}$${cost}$${canonical(salt, saltBytes)}${canonical(hash, hashBytes)}`);
};

/** Whether a canonical bcrypt hash is of this text; bcrypt looks at no more than its first 72 bytes. */
export function bcryptMatches(hash: string, text: string): boolean {
  return bcrypt.compareSync(text, hash);
}

/** The last letter has bits that mean nothing, which some libraries leave set; the comparison is of letters. */
function canonical(letters: string, bytes: number): string {
  return bcrypt.encodeBase64(bcrypt.decodeBase64(letters, bytes), bytes);
}
