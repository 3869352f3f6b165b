import { cleanUpSignUps } from "./sign-up/clean-up.ts";
import { carryOutDueDeletions } from "./account-settings/deletion/carry-out.ts";
import { cleanUpEmailChanges } from "./waiting/email-change/clean-up.ts";
import { cleanUpInvitations } from "./sign-up/invitation/clean-up.ts";
import { cleanUpPasskeysOnly } from "./two-factor/passkeys-only/clean-up.ts";
import { carryOutDueTwoFactorResets } from "./two-factor/reset/carry-out.ts";
import { cleanUpActivity } from "./activity/clean-up.ts";
import { markTold } from "./activity/store.ts";
import type { RandomBytes } from "./crypto/random.ts";
import { cleanUpEmailCodes } from "./email-code/clean-up.ts";
import type { Bindings, Settings } from "./environment.ts";
import { cleanUpIdempotencyKeys } from "./idempotency/clean-up.ts";
import { cleanUpLinks } from "./link/clean-up.ts";
import { cleanUpOutbox } from "./mail/clean-up.ts";
import { sendDueMails } from "./mail/send-queued.ts";
import { cleanUpDisputes } from "./not-me/clean-up.ts";
import { cleanUpGrants } from "./oidc/clean-up.ts";
import { cleanUpFamilies } from "./oidc/family/end.ts";
import { cleanUpOperatorCalls } from "./operator/clean-up.ts";
import { cleanUpChallenges } from "./passkey/challenge/clean-up.ts";
import { cleanUpResets } from "./waiting/password-reset/clean-up.ts";
import { cleanUpSessions } from "./session/clean-up.ts";
import { cleanUpSetAside } from "./set-aside/clean-up.ts";
import { cleanUpSignIns } from "./pending-sign-in/clean-up.ts";
import { cleanUpUnlocks } from "./unlock/end.ts";
import { rotateSigningKeys } from "./signing-key/rotate.ts";
import { cleanUpThrottles } from "./throttle/clean-up.ts";
import { cleanUpOwnNetworks } from "./throttle/own-network.ts";
import { cleanUpEnrolments } from "./totp/clean-up.ts";
import { cleanUpBrowsers } from "./trusted-browser/clean-up.ts";
import { unaskedWorld } from "./unasked-world.ts";
import { cleanUpImports } from "./user-import/clean-up.ts";
import { cleanUpSecrets } from "./webhook/clean-up.ts";
import { sendDueDeliveries } from "./webhook/delivery/send-due.ts";
import { cleanUpDeliveries } from "./webhook/log/clean-up.ts";
import type { World } from "./world.ts";

/** What each run of the cron trigger does, in this order; one that fails keeps no other from its turn. */
const chores: [name: string, chore: (world: World) => Promise<void>][] = [
  ["expired codes", cleanUpEmailCodes],
  ["answers to who asks again", cleanUpIdempotencyKeys],
  ["expired sign-ins", cleanUpSignIns],
  ["expired sign-ups", cleanUpSignUps],
  ["expired set-ups", cleanUpEnrolments],
  ["expired challenges", cleanUpChallenges],
  ["past sessions", cleanUpSessions],
  ["old changes of address", cleanUpEmailChanges],
  ["what was set aside", cleanUpSetAside],
  ["old disputes", cleanUpDisputes],
  ["old settings", cleanUpPasskeysOnly],
  ["expired invitations", cleanUpInvitations],
  ["deletions that are due", carryOutDueDeletions],
  ["resets of two-factor that are due", carryOutDueTwoFactorResets],
  ["old activity", cleanUpActivity],
  ["old calls of operators", cleanUpOperatorCalls],
  ["expired remembered browsers", cleanUpBrowsers],
  ["expired resets", cleanUpResets],
  ["expired links", cleanUpLinks],
  ["expired unlocks", cleanUpUnlocks],
  ["networks of long ago", cleanUpOwnNetworks],
  ["forgotten counts", cleanUpThrottles],
  ["old imports", cleanUpImports],
  ["past codes of sites", cleanUpGrants],
  ["refresh tokens", cleanUpFamilies],
  ["signing keys", rotateSigningKeys],
  ["mails given up", cleanUpOutbox],
  ["mails due", sendDueMails],
  ["replaced webhook secrets", cleanUpSecrets],
  ["old webhook deliveries", cleanUpDeliveries],
  ["webhook deliveries due", (world) => sendDueDeliveries(world, markTold)],
];

/** The worker's other side: what the cron trigger of wrangler.toml calls, by the time that it names. */
export function createSchedule(settings: Settings, random: RandomBytes) {
  return async ({ scheduledTime }: { scheduledTime: number }, bindings: Bindings): Promise<void> => {
    const world = unaskedWorld(settings, { now: scheduledTime, random }, bindings);
    for (const [name, chore] of chores) {
      await chore(world).catch((error) => console.error(`scheduled: ${name} failed:`, error));
    }
  };
}
