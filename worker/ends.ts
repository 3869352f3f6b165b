import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { voidLinks, voidLinksWithThisOne } from "./account/store.ts";
import { voidAccountCodes } from "./email-code/store.ts";
import type { Guard } from "./guard.ts";
import { voidMailedLinks } from "./link/store.ts";
import { endFamilies, endOutlivingFamilies } from "./oidc/family/end.ts";
import { endGrantsOfAccount } from "./oidc/store.ts";
import { endChallenges } from "./passkey/challenge/store.ts";
import { endSignIns } from "./pending-sign-in/store.ts";
import { voidRecoveryCodes } from "./recovery-code/store.ts";
import { endOtherSessions, endSessions } from "./session/end.ts";
import { voidOtherProofs } from "./session/void-proofs.ts";
import { keepVoidedRecoveryCodes } from "./set-aside/keep-removed.ts";
import { endInvitation } from "./sign-up/invitation/store.ts";
import { forgetOwnNetworks } from "./throttle/store.ts";
import { endSetUps } from "./totp/store.ts";
import { forgetBrowsers } from "./trusted-browser/store.ts";
import { endUnlocks } from "./unlock/store.ts";
import { endEmailChanges } from "./waiting/email-change/store.ts";
import { voidResets, voidWaitingPassword, voidWaitingPasswordByProof } from "./waiting/password-reset/store.ts";
import { voidTwoFactorReset, voidTwoFactorResetByProof } from "./waiting/two-factor-reset/store.ts";
import type { World } from "./world.ts";

/** An account that changes, and what of it the change leaves alone. */
export interface Changed {
  accountId: string;
  /** The session that makes the change: `otherSessions` and `otherProofs` are all but this one's. */
  sessionId?: string;
  /** The change of address that is being confirmed: `emailChanges` are all but this one. */
  emailChangeId?: string;
}

type End = (world: World, changed: Changed, guard: Guard) => D1PreparedStatement;

/**
 * What may have begun on an account, each with the statements that end it, in the order in which they run: codes of a
 * session are found by it, so they end first, and what a caller's guard may go by ends last.
 */
const endings = {
  /** Codes that were mailed for a step-up, to whichever session. */
  stepUpCodes: [(world, { accountId }, guard) => voidAccountCodes(world, accountId, ["step_up"], guard)],
  /** Challenges that a passkey has not answered yet: for a new passkey, a step-up or a sign-in's second step. */
  challenges: [(world, { accountId }, guard) => endChallenges(world, accountId, guard)],
  /** Methods whose first code has not come yet. */
  setUps: [
    (world, { accountId }, guard) => endSetUps(world, accountId, guard),
    (world, { accountId }, guard) => voidAccountCodes(world, accountId, ["enrol"], guard),
  ],
  /** Changes of address whose code has not come yet. */
  emailChanges: [
    (world, { accountId, emailChangeId }, guard) => endEmailChanges(world, accountId, emailChangeId, guard),
  ],
  /** Right passwords that wait for their second step, with the codes that were mailed for it. */
  signIns: [(world, { accountId }, guard) => endSignIns(world, accountId, guard)],
  /** What other sessions than the one that asks have proved: a step-up, or a sign-in that is still fresh. */
  otherProofs: [(world, { accountId, sessionId }, guard) => voidOtherProofs(world, accountId, sessionId, guard)],
  /** Other sessions than the one that asks, with what sites were given by them. */
  otherSessions: [
    (world, { accountId, sessionId }, guard) => endOtherSessions(world, accountId, sessionId ?? "", guard),
    (world, { accountId }, guard) => endOutlivingFamilies(world, accountId, guard),
  ],
  /** Every session, with what sites were given by it. */
  sessions: [
    (world, { accountId }, guard) => endSessions(world, accountId, guard),
    (world, { accountId }, guard) => endOutlivingFamilies(world, accountId, guard),
  ],
  /** What sites were given by whichever session: codes, access tokens and refresh tokens. */
  siteTokens: [
    (world, { accountId }, guard) => endGrantsOfAccount(world, accountId, guard),
    (world, { accountId }, guard) => endFamilies(world, accountId, guard),
  ],
  rememberedBrowsers: [(world, { accountId }, guard) => forgetBrowsers(world, accountId, guard)],
  /** Resets of the password whose code or link has not come yet. */
  resets: [(world, { accountId }, guard) => voidResets(world, accountId, guard)],
  /** Links that were mailed for a reset or an unlock. */
  mailedLinks: [(world, { accountId }, guard) => voidMailedLinks(world, accountId, guard)],
  /** Sign-ins that a mailed link let be tried once more. */
  unlocks: [(world, { accountId }, guard) => endUnlocks(world, accountId, guard)],
  /** That the networks of earlier sign-ins are the owner's: one of them may be a thief's. */
  ownNetworks: [(world, { accountId }, guard) => forgetOwnNetworks(world, accountId, guard)],
  invitation: [(world, { accountId }, guard) => endInvitation(world, accountId, guard)],
  /** A copy of them is kept for 30 days, in case it was somebody else who did it (promise S10). */
  recoveryCodes: [
    (world, { accountId }, guard) => keepVoidedRecoveryCodes(world, accountId, guard),
    (world, { accountId }, guard) => voidRecoveryCodes(world, accountId, guard),
  ],
  /** A new password of a reset that waits until it takes effect. */
  waitingPassword: [(world, { accountId }, guard) => voidWaitingPassword(world, accountId, guard)],
  /** The same, unless the session that makes the change was proved before it began to wait: it may be a thief's. */
  waitingPasswordByProof: [
    (world, { accountId, sessionId }, guard) => voidWaitingPasswordByProof(world, accountId, sessionId ?? "", guard),
  ],
  /** An administrator's reset of two-factor authentication that waits. */
  twoFactorReset: [(world, { accountId }, guard) => voidTwoFactorReset(world, accountId, guard)],
  /** The same, unless the session was proved before it began to wait. */
  twoFactorResetByProof: [
    (world, { accountId, sessionId }, guard) => voidTwoFactorResetByProof(world, accountId, sessionId ?? "", guard),
  ],
  /** 'This wasn't me' links of mails from before this moment. */
  earlierNotMeLinks: [(world, { accountId }, guard) => voidLinks(world, accountId, guard)],
  /** Those of this moment too. Its statement is the last of all and answers a row. */
  notMeLinks: [(world, { accountId }, guard) => voidLinksWithThisOne(world, accountId, guard)],
} satisfies Record<string, readonly End[]>;

/** Something that may have begun before a change. */
export type Begun = keyof typeof endings;

/** What began under the old protection and is not finished. It ends with any change of the protection. */
const unfinished = ["stepUpCodes", "challenges", "setUps", "emailChanges", "signIns"] as const;

/** The same, and what was proved under it: by other sessions, and by browsers that were remembered. */
const proved = [...unfinished, "otherProofs", "rememberedBrowsers"] as const;

/** What was mailed for a reset of the password or an unlock. */
const mailed = ["resets", "mailedLinks", "unlocks"] as const;

/** What rests on the password or the address as well as what was proved: resets of the one by mails to the other. */
const resettable = [...proved, ...mailed] as const;

/** The same, by a session of the account: what waits ends only if it was proved since then (promise S11). */
const resettableBySession = [...resettable, "waitingPasswordByProof"] as const;

/** Everybody is out, and nothing that they began is left. */
const everybodyOut = [...resettable, "waitingPassword", "sessions"] as const;

/**
 * What each change of an account ends (promise S5b). What is not named lives on: a reset outlives a change of methods,
 * for it proves the mailbox alone and asks for the methods of the day on which it is confirmed.
 */
export const ends = {
  password_changed: [...resettableBySession, "siteTokens"],
  password_changed_signing_out_others: [...resettableBySession, "otherSessions", "siteTokens"],
  password_reset: [...everybodyOut, "invitation"],
  /** The old password goes on signing in until the new one takes effect. */
  reset_wait_begun: mailed,
  password_reset_required: everybodyOut,
  email_changed: [...resettableBySession, "siteTokens", "earlierNotMeLinks"],
  email_change_undone: [...everybodyOut, "ownNetworks", "twoFactorReset", "notMeLinks"],
  method_added: proved,
  method_removed: proved,
  /** With nothing left that an administrator's reset could turn off, one that waits would turn off what comes later. */
  two_factor_off: [...proved, "recoveryCodes", "twoFactorResetByProof"],
  two_factor_reset: [...proved, "sessions", "recoveryCodes", "twoFactorReset"],
  passkeys_only_changed: proved,
  recovery_codes_renewed: [...proved, "recoveryCodes"],
  reported_not_me: [...everybodyOut, "ownNetworks", "twoFactorReset", "notMeLinks"],
  /** Nobody who is shut out could stop what waits. */
  disabled: [...everybodyOut, "twoFactorReset", "invitation"],
  /** A reset that waits goes on: it is a way back in for the owner, who may keep the account. */
  deletion_requested: [...proved, "sessions"],
  sessions_ended: ["signIns", "sessions"],
  other_sessions_ended: ["signIns", "otherSessions"],
} as const satisfies Record<string, readonly Begun[]>;

/** A change that ends something. Deleting an account ends all there is, by its foreign keys. */
export type Change = keyof typeof ends;

/**
 * The statements that end what a change ends, while `guard` holds, for the batch of the change; but for what
 * another change of the same batch has ended already.
 */
export function endedBy(
  world: World,
  change: Change,
  changed: Changed,
  guard: Guard,
  but: readonly Begun[] = [],
): D1PreparedStatement[] {
  const ended: readonly Begun[] = ends[change];
  return (Object.keys(endings) as Begun[])
    .filter((begun) => ended.includes(begun) && !but.includes(begun))
    .flatMap((begun) => endings[begun].map((end) => end(world, changed, guard)));
}
