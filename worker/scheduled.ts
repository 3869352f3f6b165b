import { carryOutDueDeletions } from "./account-settings/deletion/carry-out.ts";
import { markTold } from "./activity/store.ts";
import { cleanUp, cleanUps } from "./clean-up.ts";
import type { RandomBytes } from "./crypto/random.ts";
import type { Bindings, Settings } from "./environment.ts";
import { sendDueMails } from "./mail/send-queued.ts";
import { sendDueLogouts } from "./oidc/logout/send-due.ts";
import { rotateSigningKeys } from "./signing-key/rotate.ts";
import { carryOutDueTwoFactorResets } from "./two-factor/reset/carry-out.ts";
import { unaskedWorld } from "./unasked-world.ts";
import { sendDueDeliveries } from "./webhook/delivery/send-due.ts";
import type { World } from "./world.ts";

/** What each run of the cron trigger does, in this order; one that fails keeps no other from its turn. */
const chores: [name: string, chore: (world: World) => Promise<void>][] = [
  ...cleanUps.map(([what, deleteSome]): [string, (world: World) => Promise<void>] => [
    what,
    (world) => cleanUp(world, deleteSome),
  ]),
  ["deletions that are due", carryOutDueDeletions],
  ["resets of two-factor that are due", carryOutDueTwoFactorResets],
  ["signing keys", rotateSigningKeys],
  ["mails due", sendDueMails],
  ["webhook deliveries due", (world) => sendDueDeliveries(world, markTold)],
  ["sites to tell of sign-outs", sendDueLogouts],
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
