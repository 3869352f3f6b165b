import { fail, type Outcome } from "../../shared/outcome.ts";
import type { VaultEntry } from "./entry.ts";
import { type OpenFailure, openVault } from "./open.ts";
import type { VaultPlace } from "./place.ts";

/** Why no key leaves the vault. `not_allowed`: an organisation has turned exports off. */
export type TakeOutFailure = OpenFailure | "not_allowed";

/** The accounts with their keys, to be written down outside of the vault, as it is now. */
export async function takeOut(place: VaultPlace): Promise<Outcome<VaultEntry[], TakeOutFailure>> {
  if (!(await place.allowsExport().catch(() => false))) return fail("not_allowed");
  const opened = await openVault(place);
  return opened.ok ? { ok: true, value: opened.value.entries } : fail(opened.code);
}
