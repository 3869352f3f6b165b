import type { DisputedKind } from "../../shared/contract/not-me.ts";
import { hour } from "../time.ts";

/** How long a new password waits whose owner's only second step is the e-mail that also brought the code (promise S3). */
export const resetWaitHours = 24;

/** How long it waits where recent changes are disputed: by whether two-factor authentication was on before them. */
const disputedWaitHours = { twoFactorBefore: 7 * 24, oldMethod: 24 };

/** A method that was there for so long is likely its owner's own, though it is disputed. */
const oldMethodHours = 24;

/** What is known of a dispute, and the methods that are suspended; times in milliseconds. */
export interface Dispute {
  disputedAt: number;
  twoFactorBefore: 0 | 1;
  addressChanged: 0 | 1;
  suspended: readonly { kind: DisputedKind; addedAt: number }[];
}

/** How many hours a reset waits while a dispute is open and no undisputed method is left (promise S10); 0 for none. */
export function disputeWaitHours({ disputedAt, twoFactorBefore, suspended }: Dispute): number {
  if (twoFactorBefore === 1) return disputedWaitHours.twoFactorBefore;
  const oldSince = disputedAt - oldMethodHours * hour;
  const isOld = suspended.some(({ kind, addedAt }) => kind !== "recovery_codes" && addedAt < oldSince);
  return isOld ? disputedWaitHours.oldMethod : 0;
}

/**
 * The suspended methods that make a disputed reset good without the wait, none of them where a recovery code is the only
 * proof that can be asked for; null where nothing can be, or the mail went to another address than before.
 */
export function provableMethods(
  { addressChanged, suspended }: Dispute,
  codesLeft: number,
): ("app" | "passkey")[] | null {
  const kinds = new Set(suspended.map(({ kind }) => kind));
  const methods = (["passkey", "app"] as const).filter((kind) => kinds.has(kind));
  const isProvable = methods.length > 0 || kinds.has("recovery_codes") || codesLeft > 0;
  return isProvable && addressChanged === 0 ? methods : null;
}
