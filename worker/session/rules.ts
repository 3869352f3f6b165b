import type { Locale } from "../../shared/contract/account.ts";
import type { Amr } from "../../shared/contract/session.ts";
import { day, minute } from "../time.ts";

/** The session of a request, with what every route needs to know of its account. Times in milliseconds. */
export interface CurrentSession {
  id: string;
  tokenHash: string;
  account: { id: string; email: string; locale: Locale };
  twoFactorOn: boolean;
  /** Whether the account asks for nothing weaker than a passkey. */
  passkeysOnly: boolean;
  aal: 1 | 2;
  amr: Amr[];
  /** What was proved at `authenticatedAt`; `amr` is all of the session's life. */
  lastAmr: Amr[];
  createdAt: number;
  lastUsedAt: number;
  expiresAt: number;
  authenticatedAt: number;
  secondFactorAt: number | null;
  elevatedUntil: number | null;
  /** Since when what was proved at `authenticatedAt` belongs to the account; 0 where that is long ago. */
  proofBoundAt: number;
}

/** How long a step-up counts (promise S4). */
export const elevationMinutes = 10;

/** A session's last use is written down no oftener than this: nobody needs it finer, and it costs a write. */
export const touchEveryMinutes = 60;

/** Sessions that an account has at most (promise S13). */
export const sessionsAtMost = 100;

/** A session that was not used since this moment (milliseconds since 1970) has idled out. */
export function idleSince(now: number, idleDays: number): number {
  return now - idleDays * day;
}

/**
 * Whether a step-up of the last ten minutes allows to remove, reset or read what is sensitive (promise S4).
 * One by password counts no longer once two-factor is on: what it has to be by is looked at as well as its age.
 */
export function isElevated(session: CurrentSession, now: number): boolean {
  const isRecent = session.elevatedUntil !== null && session.elevatedUntil > now;
  return isRecent && (!session.twoFactorOn || hasFreshSecondFactor(session, now));
}

/** When the session was stepped up last, in milliseconds since 1970; 0 where it never was. */
export function steppedUpAt({ elevatedUntil }: CurrentSession): number {
  return elevatedUntil === null ? 0 : elevatedUntil - elevationMinutes * minute;
}

/**
 * Whether the person has just proved all that the account asks for: enough to add a method or change the password.
 * With two-factor on that is a second factor, by sign-in, step-up or the set-up that turned it on.
 */
export function hasFreshProof(session: CurrentSession, now: number): boolean {
  if (session.twoFactorOn) return hasFreshSecondFactor(session, now);
  return isElevated(session, now) || session.authenticatedAt > now - elevationMinutes * minute;
}

function hasFreshSecondFactor({ secondFactorAt }: CurrentSession, now: number): boolean {
  return secondFactorAt !== null && secondFactorAt > now - elevationMinutes * minute;
}

/** How and when somebody proved who they are the last time, as other servers and sites are told of it. */
export interface LastProof {
  amr: readonly Amr[];
  /** The level of that one proof: an app's code of last week makes no e-mailed one of today stronger. */
  acr: "aal1" | "aal2";
  /** Milliseconds since 1970. */
  at: number;
}

/** The last proof of a session. */
export function lastProof({ lastAmr, authenticatedAt }: CurrentSession): LastProof {
  return proofOf(lastAmr, authenticatedAt);
}

/** What was proved at a moment, with its level. */
export function proofOf(amr: readonly Amr[], at: number): LastProof {
  return { amr, acr: `aal${assuranceLevel(amr)}`, at };
}

/** What a step-up proves together with the password that the session began with, if it did. */
export function provedWith(proof: readonly Amr[], { amr }: Pick<CurrentSession, "amr">): Amr[] {
  return [...new Set<Amr>([...amr.filter((each) => each === "pwd"), ...proof])];
}

/**
 * How sure a session may be of the person (promise C6): an app or a passkey makes two, never an e-mail. NIST SP 800-63B-4 2.2.1 asks
 * for one authenticator that is both factors, or for a password with something that one has.
 */
export function assuranceLevel(amr: readonly Amr[]): 1 | 2 {
  return amr.includes("otp") || amr.includes("mfa") ? 2 : 1;
}
