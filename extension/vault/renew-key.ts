import { fail, ok } from "../../shared/outcome.ts";
import type { VaultPlace } from "./place.ts";
import { resealVault, settleCopies } from "./reseal.ts";
import { isSealedVault } from "./sealed-vault.ts";

/**
 * Seals a vault that a key of before opens by one of two parts, and forgets the one of before, all or nothing; goes on
 * where a kill ended that. In windows alone. Where it fails the vault opens as it did, and there is a next time.
 */
export async function renewBrowserKey(place: VaultPlace, now: Date): Promise<void> {
  const isOfBefore = (vault: unknown) => isSealedVault(vault) && vault.key === "browser";
  if (isOfBefore(await place.read("current"))) {
    await resealVault(place, now, async ({ sealed }) =>
      isOfBefore(sealed) ? ok({ key: await place.makeKey() }) : fail("as_it_is"),
    );
  } else if (isOfBefore(await place.read("previous"))) {
    await settleCopies(place);
  }
}
