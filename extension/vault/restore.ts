import { fail, ok } from "../../shared/outcome.ts";
import type { Change } from "./change.ts";
import { openPrevious, openVault } from "./open.ts";
import type { VaultPlace } from "./place.ts";

/** Goes back to the copy from before the last change. The damaged vault is put aside; one that opens is left alone. */
export async function restorePreviousVault(place: VaultPlace): Promise<Change> {
  return await leaveDamagedVault(place, async () => {
    const copy = await openPrevious(place);
    if (!copy.ok) return copy;
    await place.write("current", await place.read("previous"));
    const restored = await openVault(place);
    if (restored.ok) return ok(restored.value.entries);
    return fail(restored.code === "passphrase_due" ? "passphrase_due" : "not_saved");
  });
}

/** Goes on with an empty vault where no copy opens. Whatever was there is put aside; one that opens is left alone. */
export async function startEmptyVault(place: VaultPlace): Promise<Change> {
  return await leaveDamagedVault(place, async () => {
    if ((await openPrevious(place)).ok) return fail("damaged");
    // In this order: were the browser killed between the two, what is put aside would be the same again.
    await place.write("previous", undefined);
    await place.write("current", undefined);
    return ok([]);
  });
}

async function leaveDamagedVault(place: VaultPlace, goOn: () => Promise<Change>): Promise<Change> {
  try {
    return await place.exclusively(async () => {
      const opened = await openVault(place);
      if (opened.ok) return ok(opened.value.entries);
      if (opened.code !== "damaged") return opened;
      const damaged = (await place.read("current")) ?? (await place.read("previous"));
      await place.write("damaged", damaged);
      return await goOn();
    });
  } catch {
    return fail("not_saved");
  }
}
