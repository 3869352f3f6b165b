import { readOrganisationRules } from "../organisation.ts";
import { onDisk } from "../storage.ts";
import { type LockAfter, lockAfterDefault, lockAfterWithin } from "./lock-rules.ts";

const kept = onDisk("lockAfter");

/** When the vault locks by itself: what the person chose, within what their organisation allows. */
export async function readLockAfter(): Promise<LockAfter> {
  const [chosen, { longestLockMinutes }] = await Promise.all([kept.read(), readOrganisationRules()]);
  return lockAfterWithin(chosen ?? lockAfterDefault, longestLockMinutes);
}

/** Keeps the person's choice. */
export async function writeLockAfter(lockAfter: LockAfter): Promise<void> {
  await kept.write(lockAfter);
}
