import type { Browser } from "wxt/browser";
import { exclusively } from "../exclusively.ts";
import { inMemory } from "../storage.ts";
import { type FillGrant, isFor } from "./grant.ts";

const kept = inMemory("fillGrant");

/** Promises a code; an older promise is void from now on. */
export async function giveGrant(grant: FillGrant): Promise<void> {
  await kept.write(grant);
}

/** Redeems a promise, once ever, for a sender that it was made to; undefined for everybody else. */
export async function redeemGrant(
  ticket: string,
  sender: Browser.runtime.MessageSender,
  now: number,
): Promise<FillGrant | undefined> {
  return await exclusively("fill", async () => {
    const grant = await kept.read();
    if (grant?.ticket !== ticket || !isFor(grant, sender, now)) return undefined;
    await kept.remove();
    return grant;
  });
}
