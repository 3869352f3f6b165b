import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { VaultPlace } from "../vault/place.ts";
import { settleCopies } from "../vault/reseal.ts";
import type { AskPasskey, PasskeyFailure } from "./passkey.ts";
import type { Stretch } from "./stretch.ts";
import { dataKeyBy, locksOf, type PassphraseFailure } from "./ways-in.ts";
import { unwrapByPasskey } from "./wrap.ts";

/** Unlocks the vault by its passphrase, for every window, until it locks again. */
export async function unlockVault(
  place: VaultPlace,
  passphrase: string,
  stretch: Stretch,
): Promise<Outcome<null, PassphraseFailure>> {
  const dataKey = await dataKeyBy(place, passphrase, stretch);
  return dataKey.ok ? await letIn(place, dataKey.value) : dataKey;
}

/** Unlocks the vault by a passkey. `no_passkey`: the vault has none, or what it answers opens nothing. */
export async function unlockByPasskey(
  place: VaultPlace,
  ask: AskPasskey,
): Promise<Outcome<null, PasskeyFailure | "no_passkey" | "unreadable">> {
  const passkey = (await locksOf(place).catch(() => [])).flatMap((lock) => lock.passkey ?? [])[0];
  if (!passkey) return fail("no_passkey");
  const answer = await ask(passkey);
  if (!answer.ok) return answer;
  const dataKey = await unwrapByPasskey(passkey, answer.value);
  return dataKey ? await letIn(place, dataKey) : fail("no_passkey");
}

async function letIn(place: VaultPlace, dataKey: Uint8Array<ArrayBuffer>): Promise<Outcome<null, "unreadable">> {
  try {
    await place.keepUnlockedKey(dataKey);
  } catch {
    return fail("unreadable");
  }
  // Mends what a kill left; where it fails there is a next time.
  await settleCopies(place).catch(() => {});
  return ok(null);
}
