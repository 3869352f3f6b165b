import { keptDays as eventKeptDays } from "./activity/rules.ts";
import { deleteOldEvents } from "./activity/store.ts";
import { codeKeptHours } from "./email-code/rules.ts";
import { deleteExpiredCodes } from "./email-code/store.ts";
import { deleteExpiredKeys } from "./idempotency/store.ts";
import { linkKeptHours } from "./link/rules.ts";
import { deleteExpiredLinks } from "./link/store.ts";
import { deletePastLogouts } from "./logout/store.ts";
import { countedHours } from "./mail/rules.ts";
import { giveUpMails } from "./mail/send-queued.ts";
import { deleteCounted } from "./mail/store.ts";
import { deleteOldDisputes } from "./not-me/store.ts";
import { deletePastAssertions } from "./oidc/assertion/store.ts";
import { deletePastFamilies } from "./oidc/family/store.ts";
import { deletePastPushed } from "./oidc/pushed/store.ts";
import { askedLifetimeMinutes, codeKnownSeconds } from "./oidc/rules.ts";
import { deletePastGrants } from "./oidc/store.ts";
import { callsKeptDays } from "./operator/rules.ts";
import { deleteOldCalls } from "./operator/store.ts";
import { deleteExpiredChallenges } from "./passkey/challenge/store.ts";
import { deleteExpiredSignIns } from "./pending-sign-in/store.ts";
import { idleSince } from "./session/rules.ts";
import { deleteEndedSessions, deletePastSessions } from "./session/store.ts";
import { bindingKeptDays, keptSince } from "./set-aside/rules.ts";
import { deleteOldBindings, deleteOldItems } from "./set-aside/store.ts";
import { deleteExpiredInvitations } from "./sign-up/invitation/store.ts";
import { deleteExpiredSignUps } from "./sign-up/store.ts";
import { ownNetworkDays } from "./throttle/rules.ts";
import { deleteForgotten, deleteOldNetworks } from "./throttle/store.ts";
import { day, hour, minute, second } from "./time.ts";
import { deleteExpiredEnrolments } from "./totp/store.ts";
import { deleteExpiredBrowsers } from "./trusted-browser/store.ts";
import { deleteOldSettings } from "./two-factor/passkeys-only/store.ts";
import { deleteExpiredUnlocks } from "./unlock/store.ts";
import { importKeptDays } from "./user-import/rules.ts";
import { deleteOldImports } from "./user-import/store.ts";
import { changeKeptDays } from "./waiting/email-change/rules.ts";
import { deleteOldChanges } from "./waiting/email-change/store.ts";
import { deleteExpiredResets } from "./waiting/password-reset/store.ts";
import { keptDays as deliveryKeptDays } from "./webhook/log/rules.ts";
import { deleteOldDeliveries } from "./webhook/log/store.ts";
import { deleteExpiredSecrets } from "./webhook/store.ts";
import type { World } from "./world.ts";

/** Rows that one statement takes away at most, so that none holds the database up. */
export const rowsAtOnce = 500;

/**
 * How often one run of the cron trigger does so in one table: every five minutes, that is 2.9 million rows a day. All
 * chores together stay below the 1,000 queries that D1 answers one invocation.
 */
const timesInARun = 20;

/** Takes `limit` rows away at most that are past; returns how many went, or nothing where one statement is enough. */
type DeleteSome = (world: World, limit: number) => Promise<number> | Promise<void>;

/** What is past, table by table, and what takes it away. */
export const cleanUps: readonly (readonly [what: string, deleteSome: DeleteSome])[] = [
  ["expired codes", ({ db, now }, limit) => deleteExpiredCodes(db, now - codeKeptHours * hour, limit)],
  ["answers to who asks again", ({ db, now }, limit) => deleteExpiredKeys(db, now, limit)],
  ["expired sign-ins", ({ db, now }, limit) => deleteExpiredSignIns(db, now, limit)],
  ["expired sign-ups", ({ db, now }, limit) => deleteExpiredSignUps(db, now, limit)],
  ["expired set-ups", ({ db, now }, limit) => deleteExpiredEnrolments(db, now, limit)],
  ["expired challenges", ({ db, now }, limit) => deleteExpiredChallenges(db, now, limit)],
  [
    "past sessions",
    ({ db, now, settings }, limit) =>
      deletePastSessions(db, { now, idleSince: idleSince(now, settings.sessionIdleDays), limit }),
  ],
  [
    "sessions that ended for everybody",
    ({ db, settings }, limit) => deleteEndedSessions(db, settings.sessionMaximumDays * day, limit),
  ],
  ["old changes of address", ({ db, now }, limit) => deleteOldChanges(db, now - changeKeptDays * day, limit)],
  ["what was set aside", ({ db, now }, limit) => deleteOldItems(db, keptSince(now), limit)],
  ["what was added before that", ({ db, now }, limit) => deleteOldBindings(db, now - bindingKeptDays * day, limit)],
  ["old disputes", ({ db, now }, limit) => deleteOldDisputes(db, keptSince(now), limit)],
  ["old settings", ({ db, now }, limit) => deleteOldSettings(db, now - bindingKeptDays * day, limit)],
  ["expired invitations", ({ db, now }, limit) => deleteExpiredInvitations(db, now, limit)],
  ["old activity", ({ db, now }, limit) => deleteOldEvents(db, now - eventKeptDays * day, limit)],
  ["old calls of operators", ({ db, now }, limit) => deleteOldCalls(db, now - callsKeptDays * day, limit)],
  ["expired remembered browsers", ({ db, now }, limit) => deleteExpiredBrowsers(db, now, limit)],
  ["expired resets", ({ db, now }, limit) => deleteExpiredResets(db, now, limit)],
  ["expired links", ({ db, now }, limit) => deleteExpiredLinks(db, now - linkKeptHours * hour, limit)],
  ["expired unlocks", ({ db, now }, limit) => deleteExpiredUnlocks(db, now, limit)],
  ["networks of long ago", ({ db, now }, limit) => deleteOldNetworks(db, now - ownNetworkDays * day, limit)],
  ["forgotten counts", ({ db, now }, limit) => deleteForgotten(db, now, limit)],
  ["old imports", ({ db, now }, limit) => deleteOldImports(db, now - importKeptDays * day, limit)],
  [
    "past codes of sites",
    ({ db, now }, limit) => deletePastGrants(db, { before: now - codeKnownSeconds * second, now }, limit),
  ],
  ["assertions of clients", ({ db, now }, limit) => deletePastAssertions(db, now, limit)],
  ["pushed requests", ({ db, now }, limit) => deletePastPushed(db, now - askedLifetimeMinutes * minute, limit)],
  ["old sign-outs of sites", ({ db, now }, limit) => deletePastLogouts(db, now - deliveryKeptDays * day, limit)],
  ["refresh tokens", ({ db, now }, limit) => deletePastFamilies(db, now, limit)],
  ["mails given up", giveUpMails],
  ["mails that count no longer", ({ db, now }, limit) => deleteCounted(db, now - countedHours * hour, limit)],
  ["replaced webhook secrets", ({ db, now }, limit) => deleteExpiredSecrets(db, now, limit)],
  ["old webhook deliveries", ({ db, now }, limit) => deleteOldDeliveries(db, now - deliveryKeptDays * day, limit)],
];

/** Takes away what is past, as much as one run may. */
export async function cleanUp(world: World, deleteSome: DeleteSome): Promise<void> {
  for (let times = 0; times < timesInARun; times++) {
    const gone = await deleteSome(world, rowsAtOnce);
    if (gone === undefined || gone < rowsAtOnce) return;
  }
}
