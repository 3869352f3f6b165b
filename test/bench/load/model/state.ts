import type { Amr } from "../../../../shared/contract/session.ts";
import type { EmailCodePurpose } from "../../../../worker/email-code/rules.ts";

/** What counts wrong tries of one key; times in milliseconds since 1970. */
export interface Count {
  failures: number;
  blockedUntil: number;
  updatedAt: number;
}

/** A session, of which the person knows neither id nor token where its answer was lost. `by`: the request that made it. */
export interface ModelSession {
  by: string;
  id?: string;
  token?: string;
  createdAt: number;
  authenticatedAt: number;
  secondFactorAt: number | null;
  elevatedUntil: number | null;
  amr: Amr[];
}

/** A sign-in that waits for its second step. */
export interface ModelSignIn {
  by: string;
  secret?: string;
  tries: number;
  expiresAt: number;
}

/** A code that was mailed, or whose place among the mails was taken. */
export interface ModelEmailCode {
  by: string;
  purpose: EmailCodePurpose;
  /** What asked for it, by the name that it has here. */
  subject: string;
  id?: string;
  /** What the mail says, where one came. */
  text?: string;
  at: number;
  expiresAt: number;
  tries: number;
  is: "reserved" | "good" | "ended";
}

/** An authenticator app that is set up, or waits for its first code. */
export interface ModelApp {
  id: string;
  secret: string;
  lastStep: number;
}

/** A link of an unlock; `isCounted`: it keeps the mailbox from being sent others for a while. */
export interface ModelLink {
  by: string;
  /** As its mail has it, where one came. */
  token?: string;
  at: number;
  expiresAt: number;
  isCounted: boolean;
  isEnded: boolean;
}

/** What lets one browser try the password by a count of its own. */
export interface ModelUnlock {
  by: string;
  token?: string;
  expiresAt: number;
}

/** What waits for a code of its own: a sign-up, a reset. */
export interface Waiting {
  by: string;
  id?: string;
  password?: string;
  expiresAt: number;
  /** Of a reset: until when the link of its mail keeps the mailbox from being sent another whatever was asked for. */
  linkUntil?: number;
  /** Its link, where a mail with one came, and until when that works. */
  link?: string;
  linkEnds?: number;
}

/** Everything that an account is, as far as anybody can see it from outside: one way in which it may be. */
export interface State {
  exists: boolean;
  password: string;
  /** The password signs in no more until it is reset, for somebody said that it wasn't them. */
  isVoid: boolean;
  /** The person's network is one from which the account was signed in to: tries from there have a count of their own. */
  isAtHome: boolean;
  /** Links of 'this wasn't me' that were made before are void; milliseconds since 1970. */
  linksFrom: number;
  /** The ids of the methods that wait, suspended, for a decision, and of all that was decided on. */
  suspended: string[];
  decided: string[];
  /** E-mail is no second step, since the password was reset by it. */
  barsEmail: boolean;
  apps: ModelApp[];
  enrolments: (ModelApp & { expiresAt: number })[];
  /** The id of e-mail as a method. */
  email: string | null;
  /** `known`: the unused ones that the person has; the set of a lost answer is known to nobody. */
  recovery: { issued: boolean; left: number; known: string[] };
  sessions: ModelSession[];
  signIns: ModelSignIn[];
  signUps: Waiting[];
  resets: Waiting[];
  unlockLinks: ModelLink[];
  unlocks: ModelUnlock[];
  emailCodes: ModelEmailCode[];
  counts: Record<string, Count>;
  /** Browsers that have signed in. */
  browsers: number[];
  /** When the protection was changed, by the kind of the mail that tells of it; milliseconds since 1970. */
  changes: Record<string, number[]>;
  /** How often each type of event is in the activity, and how much oftener it may be. */
  events: Record<string, number>;
  eventsPerhaps: Record<string, number>;
  /** How many security mails of each kind were put into the outbox, and how many more may have been. */
  mails: Record<string, number>;
  mailsPerhaps: Record<string, number>;
}

/** Before there is an account. */
export const nobody: State = {
  exists: false,
  password: "the one of nobody",
  isVoid: false,
  isAtHome: false,
  linksFrom: 0,
  suspended: [],
  decided: [],
  barsEmail: false,
  apps: [],
  enrolments: [],
  email: null,
  recovery: { issued: false, left: 0, known: [] },
  sessions: [],
  signIns: [],
  signUps: [],
  resets: [],
  unlockLinks: [],
  unlocks: [],
  emailCodes: [],
  counts: {},
  browsers: [],
  changes: {},
  events: {},
  eventsPerhaps: {},
  mails: {},
  mailsPerhaps: {},
};

/** Whether a second step is asked for. */
export function twoFactorIsOn({ apps, email }: State): boolean {
  return apps.length > 0 || email !== null;
}

/** With one more event of a type. */
export function happened(state: State, type: string): State {
  return { ...state, events: plusOne(state.events, type) };
}

/** With one more security mail of a kind. */
export function told(state: State, kind: string): State {
  return { ...state, mails: plusOne(state.mails, kind) };
}

/** With a wrong code written down and perhaps told of, both after the answer: so it may be that neither is. */
export function noted(state: State, event: string, mail: string): State {
  return {
    ...state,
    eventsPerhaps: plusOne(state.eventsPerhaps, event),
    mailsPerhaps: plusOne(state.mailsPerhaps, mail),
  };
}

function plusOne(counts: Record<string, number>, name: string): Record<string, number> {
  return { ...counts, [name]: (counts[name] ?? 0) + 1 };
}
