import { securityMail } from "../../../shared/locales/en/security-mail.ts";
import { deeds } from "./people/deeds.ts";
import type { Person } from "./people/person.ts";
import type { Town } from "./people/town.ts";
import { eachAtOnce } from "./traffic.ts";
import { countBy, countMismatch, readActivity } from "./visits/account.ts";
import { signedIn } from "./visits/session.ts";
import { Visitor } from "./visits/visitor.ts";

/** What the last look found beside wrong answers. */
export interface FinalLook {
  /** Accounts that were looked at whole, accounts that are gone, and those that nobody could sign in to any more. */
  accounts: { whole: number; gone: number; closed: number };
  /** Security mails that were delivered, each once. */
  mails: number;
}

/** Looks, while nothing fails, at everything that there is: sessions, methods, recovery codes, activity, mails. */
export async function lookAtAll(
  town: Town,
  people: readonly Person[],
  { connections, drainOutbox }: { connections: number; drainOutbox: () => Promise<void> },
): Promise<FinalLook> {
  const accounts = { whole: 0, gone: 0, closed: 0 };
  const found = people.filter(({ isLost }) => !isLost);
  await eachAtOnce(found, connections, async (person) => {
    accounts[await lookAt(new Visitor(person, 0))]++;
  });
  await drainOutbox();
  let mails = 0;
  for (const person of found) {
    const counts = countBy(securityMails(town, person));
    mails += Object.values(counts).reduce((sum, count) => sum + count, 0);
    person.narrow("the mails", (state) => countMismatch(counts, { sure: state.mails, perhaps: state.mailsPerhaps }));
  }
  return { accounts, mails };
}

async function lookAt(visitor: Visitor): Promise<keyof FinalLook["accounts"]> {
  const { person } = visitor;
  for (const ended of person.tokens) await visitor.does(deeds.checkSession(ended));
  const token = await signedInAtLast(visitor);
  if (token === undefined) return visitor.state.exists ? "closed" : "gone";
  await visitor.does(deeds.listSessions(token));
  await visitor.does(deeds.readAccount(token));
  await readActivity(visitor);
  return "whole";
}

/** Tries with each password that may be right: which one is, tells what became of a lost change. */
async function signedInAtLast(visitor: Visitor): Promise<string | undefined> {
  for (let tries = 0; tries < 3; tries++) {
    const token = await signedIn(visitor);
    if (token !== undefined) return token;
  }
  return undefined;
}

/** The kinds of the security mails that were delivered to a person. */
function securityMails(town: Town, { email }: Person): string[] {
  return town.sentTo(email).flatMap(({ subject, text }) => {
    return subject === securityMail.gathered.subject ? gatheredKinds(text) : (kinds.get(subject) ?? []);
  });
}

/** The kinds that one mail tells together, each as often as it happened. */
function gatheredKinds(text: string): string[] {
  return text.split("\n\n").flatMap((paragraph) => {
    const [title = "", , note = ""] = paragraph.split("\n");
    const times = Number(/ · (\d+) times/.exec(note)?.[1] ?? 1);
    return Array<string | undefined>(times)
      .fill(kinds.get(title))
      .filter((kind) => kind !== undefined);
  });
}

// Operators' news come last and share subjects with what people do themselves.
const kinds = new Map(
  Object.entries(securityMail.news)
    .toReversed()
    .map(([kind, { subject }]) => [subject, kind]),
);
