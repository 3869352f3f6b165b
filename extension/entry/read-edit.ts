import { type Algorithm, otpLimits } from "../../shared/otp/otp-key.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { EntryEdit } from "../vault/edit.ts";
import { entryLimits, namesOf, type VaultEntry } from "../vault/entry.ts";
import { typedTags } from "../vault/tag.ts";

/** What stands in the fields of one code. */
export interface TypedEntry {
  issuer: string;
  account: string;
  /** Separated by commas. */
  tags: string;
  note: string;
  /** A letter, an emoji or the name of a site whose icon it gets; empty for the one of its own name. */
  icon: string;
  pinned: boolean;
  algorithm: Algorithm;
  digits: string;
  /** Seconds. */
  period: string;
  counter: string;
  /** Of a kind of code that depends on one. */
  pin: string;
}

/** The field that can't be saved as it is. */
export type BadEntryField = "name" | "note" | "icon" | "digits" | "period" | "counter" | "pin";

/** The fields of an entry as it is saved. */
export function typedOf(entry: VaultEntry): TypedEntry {
  const { key, tags = [], note = "", icon = "", pinned = false } = entry;
  return {
    ...namesOf(entry),
    tags: tags.join(", "),
    note,
    icon,
    pinned,
    algorithm: key.algorithm === "MD5" ? "SHA1" : key.algorithm,
    digits: `${key.digits}`,
    period: key.type === "hotp" ? "" : `${key.period}`,
    counter: key.type === "hotp" ? `${key.counter}` : "",
    pin: "pin" in key ? key.pin : "",
  };
}

/**
 * What the person changed since the fields were as in `before`, and nothing more: another window may have changed the rest
 * meanwhile. Fails with the first field that is out of bounds.
 */
export function readEdit(before: TypedEntry, typed: TypedEntry): Outcome<EntryEdit, BadEntryField> {
  const isNew = (name: keyof TypedEntry) => typed[name] !== before[name];
  const names = { issuer: typed.issuer.trim(), account: typed.account.trim() };
  if (Math.max(names.issuer.length, names.account.length) > otpLimits.label) return fail("name");
  if (typed.note.length > entryLimits.note) return fail("note");
  if (typed.icon.trim().length > entryLimits.icon) return fail("icon");
  const digits = whole(typed.digits, otpLimits.digits);
  if (isNew("digits") && digits === undefined) return fail("digits");
  const period = whole(typed.period, otpLimits.period);
  if (isNew("period") && period === undefined) return fail("period");
  const counter = whole(typed.counter, { least: 0, most: Number.MAX_SAFE_INTEGER });
  if (isNew("counter") && counter === undefined) return fail("counter");
  const pin = typed.pin.trim();
  if (pin.length > otpLimits.pin) return fail("pin");
  const options = {
    ...(isNew("algorithm") ? { algorithm: typed.algorithm } : {}),
    ...(isNew("digits") ? { digits } : {}),
    ...(isNew("period") ? { period } : {}),
    ...(isNew("counter") ? { counter } : {}),
    ...(isNew("pin") ? { pin } : {}),
  };
  return ok({
    ...(isNew("issuer") || isNew("account") ? { names } : {}),
    ...(isNew("tags") ? { tags: typedTags(typed.tags) } : {}),
    ...(isNew("note") ? { note: typed.note.trim() } : {}),
    ...(isNew("icon") ? { icon: typed.icon.trim() } : {}),
    ...(isNew("pinned") ? { pinned: typed.pinned } : {}),
    ...(Object.keys(options).length > 0 ? { options } : {}),
  });
}

function whole(text: string, { least, most }: { least: number; most: number }): number | undefined {
  const value = /^\d{1,16}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}
