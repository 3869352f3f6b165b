import { hotpCode } from "../../shared/otp/hotp.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { type ChangeFailure, changeVault } from "./change.ts";
import type { VaultPlace } from "./place.ts";

/**
 * The next code by count of an account (RFC 4226). The counter has moved on, and that is saved, before the code is known:
 * no code is ever given twice. `gone`: there is no such account.
 */
export async function takeCounterCode(
  place: VaultPlace,
  now: Date,
  id: string,
): Promise<Outcome<string, ChangeFailure | "gone">> {
  let code: string | undefined;
  const change = await changeVault(place, now, (entries) => {
    const index = entries.findIndex((entry) => entry.id === id);
    const entry = entries[index];
    if (entry?.key.type !== "hotp") return entries;
    code = hotpCode(entry.key);
    return entries.with(index, { ...entry, key: { ...entry.key, counter: entry.key.counter + 1 } });
  });
  if (!change.ok) return change;
  return code === undefined ? fail("gone") : ok(code);
}
