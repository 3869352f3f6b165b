import type { SentMail } from "../../../support/resend-server.ts";
import type { Clock } from "../clock.ts";
import type { Journal } from "./journal.ts";

/** Where people live: the service that they use, their mailboxes, and the journal of the run. */
export interface Town {
  address: string;
  seed: number;
  clock: Clock;
  /** How many times as often as in a site's hour something goes out of the ordinary: a slip, a thing sent twice. */
  slips: number;
  journal: Journal;
  /** How often a round trip fails; 0 while everything is looked at. */
  faultRate(): number;
  sentTo(email: string): readonly SentMail[];
  /** How often mail for an address failed so far. */
  mishapsOf(email: string): number;
}

/** A seed for one thing of a run, from the run's own and what names it (FNV-1a). */
export function seedFor(seed: number, ...names: (string | number)[]): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const letter of names.join(" ")) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
