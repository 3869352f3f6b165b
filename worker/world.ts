import type { D1DatabaseSession, KVNamespace, Queue } from "@cloudflare/workers-types";
import type { Locale } from "../shared/contract/account.ts";
import type { Assets } from "./assets.ts";
import type { RandomBytes } from "./crypto/random.ts";
import type { Settings } from "./environment.ts";
import type { Caller } from "./http/caller.ts";
import type { DueMail } from "./mail/due-mail.ts";
import type { MailGate } from "./mail/gate.ts";
import type { DueMessage } from "./webhook/due-message.ts";
import type { Listeners } from "./webhook/listeners.ts";

/** All that a verb may touch beside its arguments, made anew for each request. */
export interface World {
  /** D1 by its primary: a replica could still show a code that has been used. */
  db: D1DatabaseSession;
  mailbox: KVNamespace;
  /** What may be lost or a day old; absent where the platform binds none. */
  cache?: KVNamespace;
  /** What the build has put beside the worker. */
  assets: Assets;
  /** Sends webhooks at once; absent, the cron trigger does. */
  queue?: Queue<DueMessage>;
  /** Sends mails at their pace; absent, they go after the answer, and by the cron trigger. */
  mails?: Queue<DueMail>;
  /** What this isolate knows of the mail provider's rate. */
  mailGate: MailGate;
  /** Shared with the other requests of this isolate. */
  listeners: Listeners;
  settings: Settings;
  /** When the whole request was there, in milliseconds since 1970. */
  now: number;
  /** What the time is by now, for what must hold at the moment of an act; milliseconds since 1970. */
  clock: () => number;
  random: RandomBytes;
  /** The language of the request. */
  locale: Locale;
  caller: Caller;
  /** Runs `task` once the answer has gone out; its failure is logged, never shown. */
  afterAnswer(task: () => Promise<unknown>): void;
}
