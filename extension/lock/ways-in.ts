import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { VaultPlace } from "../vault/place.ts";
import { hasPassphrase } from "../vault/sealed-vault.ts";
import type { VaultLock } from "../vault/vault-lock.ts";
import type { Stretch } from "./stretch.ts";
import { unwrapByPassphrase } from "./wrap.ts";

/** The locks of the vault's two copies, the current one first; each but once. */
export async function locksOf(place: VaultPlace): Promise<VaultLock[]> {
  const copies = [await place.read("current"), await place.read("previous")];
  const locks = copies.filter(hasPassphrase).map(({ lock }) => lock);
  return locks.filter((lock, index) => locks.findIndex((other) => isSame(other, lock)) === index);
}

/** Why nothing was unlocked by a passphrase. `no_passphrase`: the vault has none. */
export type PassphraseFailure = "wrong_passphrase" | "no_passphrase" | "unreadable";

/** The data key that a passphrase opens. Where one copy's lock is damaged, the other's is tried. */
export async function dataKeyBy(
  place: VaultPlace,
  passphrase: string,
  stretch: Stretch,
): Promise<Outcome<Uint8Array<ArrayBuffer>, PassphraseFailure>> {
  try {
    const locks = await locksOf(place);
    if (locks.length === 0) return fail("no_passphrase");
    for (const lock of locks) {
      const dataKey = await unwrapByPassphrase(lock.passphrase, passphrase, stretch);
      if (dataKey) return ok(dataKey);
    }
    return fail("wrong_passphrase");
  } catch {
    return fail("unreadable");
  }
}

function isSame(one: VaultLock, other: VaultLock): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
