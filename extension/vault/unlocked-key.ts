import { browser } from "wxt/browser";
import { readOrganisationRules } from "../organisation.ts";
import { inMemory, onMemoryChange } from "../storage.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { readLockAfter } from "./lock-after.ts";
import { isDue, type LockAfter, lockAfterWithin, locksAt } from "./lock-rules.ts";

/** The alarm at which the background looks whether it is time to lock. */
export const lockAlarm = "lock";

/** A use is noted again after this long, so that not every key that is pressed is written down. */
const touchEveryMs = 10_000;

// Apart, so that none is read to be written back with another: a lock in between would be undone.
const key = inMemory("unlockedKey");
const lastUse = inMemory("unlockedUsedAt");
const chosenLock = inMemory("unlockedLockAfter");

/** How long a vault stays unlocked. */
interface Stay {
  lockAfter: LockAfter;
  /** Milliseconds since 1970. */
  usedAt: number;
}

/** The data key, for sealing and opening alone; undefined while the vault is locked, and from the moment it should be. */
export async function findUnlockedKey(): Promise<CryptoKey | undefined> {
  const [found, stay] = await Promise.all([key.read(), readStay()]);
  if (found === undefined) return undefined;
  if (isOver(stay)) {
    await forgetUnlockedKey();
    return undefined;
  }
  return await crypto.subtle.importKey("raw", fromBase64(found), "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** Keeps a data key until it is time to lock: the vault is unlocked. */
export async function keepUnlockedKey(dataKey: Uint8Array<ArrayBuffer>): Promise<void> {
  const stay = { lockAfter: await readLockAfter(), usedAt: Date.now() };
  // Before the key, which without them is taken for one whose time is over.
  await chosenLock.write(stay.lockAfter);
  await lastUse.write(stay.usedAt);
  await key.write(toBase64(dataKey));
  await schedule(stay);
}

/** Locks the vault, in every window, whatever else is under way in one of them. */
export async function forgetUnlockedKey(): Promise<void> {
  await key.remove();
}

/** Locks the vault where it is time to, or looks again when it is. */
export async function lockIfDue(): Promise<void> {
  const stay = await readStay();
  if (isOver(stay)) await forgetUnlockedKey();
  else await schedule(stay);
}

/** Notes that the person is here; nothing happens while the vault is locked. */
export async function touchUnlockedKey(): Promise<void> {
  const [found, stay] = await Promise.all([key.read(), readStay()]);
  if (found === undefined || isOver(stay) || Math.abs(Date.now() - stay.usedAt) < touchEveryMs) return;
  await lastUse.write(Date.now());
}

/** Lets another choice of the time to lock count. */
export async function applyLockAfter(): Promise<void> {
  const stay = { lockAfter: await readLockAfter(), usedAt: Date.now() };
  await chosenLock.write(stay.lockAfter);
  await lastUse.write(stay.usedAt);
  await schedule(stay);
}

/** Calls `listener` when the vault is locked or unlocked, by whichever window; returns what ends that. */
export function onLockChange(listener: () => void): () => void {
  return onMemoryChange("unlockedKey", listener);
}

async function readStay(): Promise<Stay | undefined> {
  const [lockAfter, usedAt, rules] = await Promise.all([chosenLock.read(), lastUse.read(), readOrganisationRules()]);
  if (lockAfter === undefined || usedAt === undefined) return undefined;
  // The rule may have come after the vault was unlocked.
  return { lockAfter: lockAfterWithin(lockAfter, rules.longestLockMinutes), usedAt };
}

/** Whether it is time to lock; nobody stays for a time that is not known. */
function isOver(stay: Stay | undefined): stay is undefined {
  return stay === undefined || isDue(stay.lockAfter, stay.usedAt, Date.now());
}

async function schedule({ lockAfter, usedAt }: Stay): Promise<void> {
  const when = locksAt(lockAfter, usedAt);
  if (when === undefined) await browser.alarms.clear(lockAlarm);
  else await browser.alarms.create(lockAlarm, { when });
}
