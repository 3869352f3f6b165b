import { fail, ok } from "../../shared/outcome.ts";
import type { VaultPlace } from "./place.ts";
import { resealVault, settleCopies } from "./reseal.ts";
import { isSealedVault } from "./sealed-vault.ts";

/**
 * Seals a vault that a key of before opens by one of two parts, and forgets the one of before, all or nothing; goes on
 * where a kill ended that. In windows alone. Where it fails the vault opens as it did, and there is a next time.
 */
export async function renewBrowserKey(place: VaultPlace, now: Date): Promise<void> {
  const isOf = (key: string, vault: unknown) => isSealedVault(vault) && vault.key === key;
  const current = await place.read("current");
  if (isOf("browser", current)) {
    await resealVault(place, now, async ({ sealed }) =>
      isOf("browser", sealed) ? ok({ key: await place.makeKey() }) : fail("as_it_is"),
    );
  } else if (isOf("browser", await place.read("previous"))) {
    await settleCopies(place);
  } else if (isOf("browser_parts", current)) {
    // No copy needs it: a kill came after they were sealed anew, and before it was gone, or in the middle of that.
    await place.exclusively(async () => {
      if (isOf("browser_parts", await place.read("current"))) await place.forgetKeys(["browser"]);
    });
  }
}
