import type { ActivityEvent } from "../../../../shared/contract/activity.ts";
import type { State } from "../model/state.ts";
import { deeds } from "../people/deeds.ts";
import { signedIn } from "./session.ts";
import { doSensitive } from "./step-up.ts";
import type { Visitor } from "./visitor.ts";

const attempts = 4;

/** Makes an account and proves its address, trying again where something fails. */
export async function makeAccount(visitor: Visitor): Promise<void> {
  for (let attempt = 0; attempt < attempts && !visitor.state.exists; attempt++) {
    const { status, body } = await visitor.does(deeds.createAccount(visitor.email, visitor.newPassword()));
    const signUp = status === 202 ? visitor.state.signUps.find(({ id }) => id === body.verification.id) : undefined;
    const code = signUp && visitor.mailedCode("verify_address", signUp.by);
    if (signUp?.id === undefined || code === undefined) continue;
    if (visitor.slips(10)) await visitor.does(deeds.verifyAccount(signUp.id, visitor.wrongCode()));
    const verify = deeds.verifyAccount(signUp.id, code);
    if (visitor.slips(10)) await visitor.doesTwice(verify);
    else await visitor.does(verify);
  }
}

/** Deletes the account. */
export async function deleteAccount(visitor: Visitor): Promise<void> {
  await doSensitive(visitor, deeds.deleteAccount);
}

/** Reads the whole activity and holds it against what was done: no event is missing, none is there twice. */
export async function readActivity(visitor: Visitor): Promise<void> {
  const token = await signedIn(visitor);
  if (token === undefined) return;
  const events: ActivityEvent[] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await visitor.does(deeds.readActivity(token, cursor));
    if (status !== 200) return;
    events.push(...body.events);
    cursor = body.next;
  } while (cursor !== undefined);
  visitor.person.narrow("the activity", (state) => activityMismatch(state, events));
}

function activityMismatch({ events, eventsPerhaps }: State, seen: readonly ActivityEvent[]): string | null {
  if (new Set(seen.map(({ id }) => id)).size < seen.length) return "each event is there once";
  const counts = countBy(seen.map(({ type }) => type));
  return countMismatch(counts, { sure: events, perhaps: eventsPerhaps });
}

/** How often each of some words is there. */
export function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** What of some counts is not as it should be, in words; null where all is. */
export function countMismatch(
  counts: Record<string, number>,
  { sure, perhaps }: { sure: Record<string, number>; perhaps: Record<string, number> },
): string | null {
  for (const name of new Set([...Object.keys(counts), ...Object.keys(sure)])) {
    const [count, least] = [counts[name] ?? 0, sure[name] ?? 0];
    const most = least + (perhaps[name] ?? 0);
    if (count < least || count > most) return `${name} is there ${least} to ${most} times, not ${count}`;
  }
  return null;
}
