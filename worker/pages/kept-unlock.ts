import { serviceNow } from "../../shared/contract/server-clock.ts";
import type { Unlocked } from "../../shared/contract/sign-in.ts";
import { readStored, store } from "../../shared/ui/browser-storage.ts";

const storageName = "latchkey-unlock";

/** What a mailed link gave this tab, which a reload does not lose; null where it gave nothing, or that has expired. */
export function keptUnlock(): Unlocked | null {
  const kept = JSON.parse(readStored("tab", storageName) ?? "null") as Unlocked | null;
  return kept && Date.parse(kept.expiresAt) > serviceNow() ? kept : null;
}

/** Keeps it; null forgets it. */
export function keepUnlock(unlock: Unlocked | null): void {
  store("tab", storageName, unlock && JSON.stringify(unlock));
}
