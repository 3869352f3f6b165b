import { browser } from "wxt/browser";
import { inMemory, onMemoryChange, type UnlockedKey } from "../storage.ts";
import { fromBase64, toBase64 } from "../vault/base64.ts";
import { readLockAfter } from "./lock-after.ts";
import { isDue, locksAt } from "./rules.ts";

/** The alarm at which the background looks whether it is time to lock. */
export const lockAlarm = "lock";

/** A use is noted again after this long, so that not every key that is pressed is written down. */
const touchEveryMs = 10_000;

const kept = inMemory("unlockedKey");

/** The data key, for sealing and opening alone; undefined while the vault is locked, and from the moment it should be. */
export async function findUnlockedKey(): Promise<CryptoKey | undefined> {
  const found = await kept.read();
  if (!found) return undefined;
  if (isDue(found.lockAfter, found.usedAt, Date.now())) {
    await forgetUnlockedKey();
    return undefined;
  }
  return await crypto.subtle.importKey("raw", fromBase64(found.dataKey), "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** Keeps a data key until it is time to lock: the vault is unlocked. */
export async function keepUnlockedKey(dataKey: Uint8Array<ArrayBuffer>): Promise<void> {
  await keep({ dataKey: toBase64(dataKey), usedAt: Date.now(), lockAfter: await readLockAfter() });
}

/** Locks the vault, in every window. */
export async function forgetUnlockedKey(): Promise<void> {
  await kept.remove();
}

/** Locks the vault where it is time to, or looks again when it is. */
export async function lockIfDue(): Promise<void> {
  const found = await kept.read();
  if (!found) return;
  if (isDue(found.lockAfter, found.usedAt, Date.now())) await forgetUnlockedKey();
  else await schedule(found);
}

/** Notes that the person is here; nothing happens while the vault is locked. */
export async function touchUnlockedKey(): Promise<void> {
  const found = await kept.read();
  const isRecent = found && Math.abs(Date.now() - found.usedAt) < touchEveryMs;
  if (!found || isRecent || isDue(found.lockAfter, found.usedAt, Date.now())) return;
  await kept.write({ ...found, usedAt: Date.now() });
}

/** Lets another choice of the time to lock count from now on. */
export async function applyLockAfter(): Promise<void> {
  const found = await kept.read();
  if (found) await keep({ ...found, usedAt: Date.now(), lockAfter: await readLockAfter() });
}

/** Calls `listener` when the vault is locked or unlocked, by whichever window; answers what ends that. */
export function onLockChange(listener: () => void): () => void {
  return onMemoryChange("unlockedKey", (now, before) => {
    if (now?.dataKey !== before?.dataKey) listener();
  });
}

async function keep(key: UnlockedKey): Promise<void> {
  await kept.write(key);
  await schedule(key);
}

async function schedule({ lockAfter, usedAt }: UnlockedKey): Promise<void> {
  const when = locksAt(lockAfter, usedAt);
  if (when === undefined) await browser.alarms.clear(lockAlarm);
  else await browser.alarms.create(lockAlarm, { when });
}
