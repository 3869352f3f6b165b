import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { ChangeFailure } from "../vault/change.ts";
import type { VaultPlace } from "../vault/place.ts";
import { resealVault } from "../vault/reseal.ts";
import type { Stretch } from "./stretch.ts";
import { newDataKey, wrapByPassphrase } from "./wrap.ts";

/**
 * Puts the vault under a passphrase, with all that is in it: a new data key seals it, and the passphrase wraps that. It
 * stays unlocked. `has_passphrase`: it is under one already, which is to be changed instead.
 */
export async function setPassphrase(
  place: VaultPlace,
  now: Date,
  passphrase: string,
  stretch: Stretch,
): Promise<Outcome<null, ChangeFailure | "has_passphrase">> {
  const dataKey = newDataKey();
  const lock = { passphrase: await wrapByPassphrase(dataKey, passphrase, stretch) };
  return await resealVault(place, now, async ({ sealed }) => {
    if (sealed?.version === 2) return fail("has_passphrase");
    // Before the vault is: no window ever finds it locked that somebody has just set up.
    await place.keepUnlockedKey(dataKey);
    const key = await place.findUnlockedKey();
    return key ? ok({ key, lock }) : fail("not_saved");
  });
}
