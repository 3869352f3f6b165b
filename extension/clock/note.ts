import { inMemory } from "../storage.ts";
import { readClock } from "./rules.ts";

const kept = inMemory("clock");

/** Takes the service's clock from one of its answers, never from anybody else's; an answer that says nothing changes nothing. */
export async function noteClock(response: Response, sentAt: number, receivedAt: number): Promise<void> {
  const clock = readClock(response.headers.get("Date"), sentAt, receivedAt);
  if (clock) await kept.write(clock);
}
