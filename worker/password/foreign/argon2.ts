import { argon2TextAsTyped } from "../../../shared/argon2-text.ts";
import { fail, ok } from "../../../shared/outcome.ts";
import { withArgon2 } from "../argon2.ts";
import { type ForeignForm, isBetween, readSaltAndHash, toPhcBase64, wholeNumber } from "./parts.ts";
import { foreignLimits } from "./rules.ts";

/** Argon2 as PHC strings, which passlib writes too, and Django with `argon2` before them. Version 1.0 has no `v=` in old ones. */
export const argon2Form: ForeignForm = (text) => {
  const [, type, rest] = /^(?:argon2)?\$argon2(id|i|d)\$(.*)$/.exec(text) ?? [];
  if (type === undefined || rest === undefined) return null;
  const parts = /^(?:v=(16|19)\$)?m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(rest);
  if (!parts) return fail("hash_malformed");
  const [, version = "16", m, t, p, salt = "", hash = ""] = parts;
  const [memory, passes, parallelism] = [wholeNumber(m), wholeNumber(t), wholeNumber(p)];
  // RFC 9106 section 3.1: at least eight KiB for each lane.
  if (Number.isNaN(memory + passes + parallelism) || memory < 8 * parallelism) return fail("hash_malformed");
  const { memoryBytes, argon2Work, argon2Parallelism } = foreignLimits;
  const isAffordable =
    memory * 1024 <= memoryBytes &&
    memory * passes <= argon2Work &&
    isBetween(parallelism, { least: 1, most: argon2Parallelism });
  if (!isAffordable) return fail("hash_too_costly");
  const bytes = readSaltAndHash({ text: salt, as: "base64" }, { text: hash, as: "base64" });
  if (!bytes.ok) return bytes;
  const parameters = `v=${version}$m=${memory},t=${passes},p=${parallelism}`;
  return ok(`$argon2${type}$${parameters}$${toPhcBase64(bytes.value.salt)}$${toPhcBase64(bytes.value.hash)}`);
};

/** What the library says of a hash that is of another text. */
const isOfAnotherText = "The password does not match the supplied hash";

/** Whether a canonical Argon2 hash, of ours or of another system, is of this text. Throws where it cannot be computed. */
export function argon2Matches(hash: string, text: string): boolean {
  const memory = Number(/\$m=(\d+),/.exec(hash)?.[1]);
  const verified = withArgon2(memory, (argon2) => argon2.tryVerify(hash, argon2TextAsTyped(text)));
  if (!verified.success && verified.error !== isOfAnotherText) throw new Error(verified.error);
  return verified.success;
}
