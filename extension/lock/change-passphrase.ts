import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { ChangeFailure } from "../vault/change.ts";
import type { VaultPlace } from "../vault/place.ts";
import { resealVault } from "../vault/reseal.ts";
import type { VaultSecret } from "../vault/seal.ts";
import type { VaultLock } from "../vault/vault-lock.ts";
import type { Stretch } from "./stretch.ts";
import { dataKeyBy, type PassphraseFailure } from "./ways-in.ts";
import { wrapByPassphrase } from "./wrap.ts";

/** Changes the passphrase of an unlocked vault: the same data key is wrapped anew, and a passkey goes on opening it. */
export async function changePassphrase(
  place: VaultPlace,
  now: Date,
  { current, next }: { current: string; next: string },
  stretch: Stretch,
): Promise<Outcome<null, ChangeFailure | PassphraseFailure>> {
  const dataKey = await dataKeyBy(place, current, stretch);
  if (!dataKey.ok) return dataKey;
  const passphrase = await wrapByPassphrase(dataKey.value, next, stretch);
  return await resealVault(place, now, async ({ secret }) => relocked(secret, (lock) => ({ ...lock, passphrase })));
}

/** The same data key under another lock. `no_passphrase`: the vault is under none by now. */
export function relocked(
  secret: VaultSecret | undefined,
  change: (lock: VaultLock) => VaultLock,
): Outcome<VaultSecret, "no_passphrase"> {
  return secret?.lock ? ok({ key: secret.key, lock: change(secret.lock) }) : fail("no_passphrase");
}
