import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { ChangeFailure } from "../vault/change.ts";
import type { VaultPlace } from "../vault/place.ts";
import { resealVault } from "../vault/reseal.ts";
import type { Stretch } from "./stretch.ts";
import { dataKeyBy, type PassphraseFailure } from "./ways-in.ts";

/** Takes the passphrase away, and a passkey with it: the browser's own key opens the vault again. */
export async function removePassphrase(
  place: VaultPlace,
  now: Date,
  passphrase: string,
  stretch: Stretch,
): Promise<Outcome<null, ChangeFailure | PassphraseFailure>> {
  const known = await dataKeyBy(place, passphrase, stretch);
  if (!known.ok) return known;
  // Asked first, for a key is made before the vault is sealed by it.
  if (!(await place.keepsKeys())) return fail("keeps_no_key");
  const removed = await resealVault(place, now, async ({ sealed }) =>
    sealed?.version === 2 ? ok({ key: await place.makeKey() }) : fail("no_passphrase"),
  );
  if (removed.ok) await place.forgetUnlockedKey();
  return removed;
}
