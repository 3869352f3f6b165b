import type { InMemoryKey, OnDiskKey } from "../../extension/storage.ts";
import { besideServiceJourney } from "./support/beside.ts";
import { addAccount } from "./support/codes.ts";
import { refusedCodes } from "./support/refused-codes.ts";
import { refusedSettings } from "./support/refused-settings.ts";
import { key, type Refused } from "./support/refusing.ts";

/** Each name in the storage, by its type: a new one has to say what the screen does where it can't be saved. */
const rows: Record<Exclude<OnDiskKey, `vaultAside:${string}`> | "vaultAside" | InMemoryKey, Refused> = {
  ...refusedSettings,
  ...refusedCodes,
};

for (const [name, act] of Object.entries(rows)) {
  if (typeof act === "string") continue;
  besideServiceJourney(`says so where the browser refuses to save: ${name}`, async ({ beside }) => {
    const page = await beside.screens("#in=page");
    await addAccount(page, "GitHub", key);
    await act({ beside, page });
  });
}
