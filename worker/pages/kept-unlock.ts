import type { Unlocked } from "../../shared/contract/sign-in.ts";

const storageKey = "latchkey-unlock";

/** What a mailed link gave this tab, which a reload does not lose; null where it gave nothing, or that has expired. */
export function keptUnlock(): Unlocked | null {
  const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? "null") as Unlocked | null;
  return kept && Date.parse(kept.expiresAt) > Date.now() ? kept : null;
}

/** Keeps it; null forgets it. */
export function keepUnlock(unlock: Unlocked | null): void {
  if (unlock) sessionStorage.setItem(storageKey, JSON.stringify(unlock));
  else sessionStorage.removeItem(storageKey);
}
