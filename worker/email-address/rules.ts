import { unicodeDomain } from "../../shared/email-address/domain.ts";
import { readAddress } from "../../shared/email-address/read.ts";

/** How an address that somebody typed is kept, and written to from then on (promise A1). */
export function keptAddress(typed: string): string {
  const read = readAddress(typed);
  return "address" in read ? read.address : typed;
}

/** One key for every spelling of an address: what it is kept as, with compatibility forms and case folded. */
export function emailKey(email: string): string {
  return fold(keptAddress(email));
}

/**
 * The keys by which an address may be found, the first that is there before the others: as it was typed, for accounts
 * from before all spellings had one key; its one key; and that with the domain in Unicode, as browsers hand it over or not.
 */
export function emailKeys(email: string): string[] {
  const key = emailKey(email);
  const at = key.lastIndexOf("@") + 1;
  return [...new Set([fold(email), key, fold(key.slice(0, at) + unicodeDomain(key.slice(at)))])];
}

/** Of so many characters before the `@` on, the last one is shown as well. */
const enoughToShowTwo = 4;

/**
 * An address as it may be shown to anyone who has only the password, still telling its owner which of theirs it is:
 * `o•••1@example.com`, and of a short name the first character alone, `a•••@example.com`.
 */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const name = [...email.slice(0, at)];
  const last = name.length >= enoughToShowTwo ? name.at(-1) : "";
  return `${name[0] ?? ""}•••${last}${email.slice(at)}`;
}

function fold(email: string): string {
  return email.normalize("NFKC").toLowerCase();
}
