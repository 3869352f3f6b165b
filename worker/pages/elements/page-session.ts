import type { ReadonlySignal, Signal } from "@preact/signals";
import type { Locale } from "../../../shared/contract/account.ts";
import type { Client } from "../../../shared/contract/client.ts";
import type { WhoIsThis } from "../../../shared/contract/session.ts";
import type { SessionAnswer } from "../../../shared/contract/sign-in.ts";
import type { NewsListener, SessionAccount, SessionTold } from "./session-news.ts";
import type { NoAnswer, NoSession } from "./why-no-answer.ts";

/** Where a page stands with the service; `ended`: the service ended a session, and what was typed waits for its owner. */
export type SessionState =
  | { is: "unknown" | "none" | NoSession }
  | { is: "there" | "ended"; account: SessionAccount; session: SessionTold };

/** Who is signed in, as `GET /v1/session` says it, with the token where the page carries it itself. */
export type PageVisitor = WhoIsThis & { session: SessionTold };

/** One session at one service, shared by all elements of a page that carry it in the same way. */
export interface PageSession {
  /** Another for each session of the page. */
  key: string;
  service: string;
  /** Whether this browser can be remembered, to skip the second step: by cookie alone. */
  canRemember: boolean;
  state: ReadonlySignal<SessionState>;
  /** How many elements of this page are there for signing in. */
  doors: Signal<number>;
  client: (locale: Locale) => Client;
  /** Finds out who is signed in, once however many ask; again where that failed. */
  find: () => Promise<void>;
  /** Asks the service who this is now: null when nobody is signed in. Rejects when no answer comes. */
  who: () => Promise<PageVisitor | null>;
  /** Somebody has signed in; where the browser may keep no cookie of the service, it is asked whether it did. */
  signedIn: (answer: Pick<SessionAnswer, "account" | "session">) => Promise<void>;
  /** The service no longer knows the session. */
  ended: () => void;
  /** Nobody is signed in here any more, by their own will. */
  left: () => void;
  /** Whether the session is over now; false when the service could not be told. */
  signOut: () => Promise<boolean>;
  /** Hears of what happens, until the answered function is called. */
  listen: (listener: NewsListener) => () => void;
}

/** How a session travels between the page and the service. */
export interface Carrier {
  key: string;
  service: string;
  canRemember: boolean;
  /** The browser may refuse to keep the session, as it is a cookie of another origin. */
  mayBeBlocked: boolean;
  fetch: typeof fetch;
  /** The token, where the page carries it itself and has one. */
  token: () => string | null;
  forget: () => void;
  whyNoAnswer: () => Promise<NoAnswer>;
}
