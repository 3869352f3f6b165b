import type { Unlocked } from "../../shared/contract/sign-in.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { newToken } from "../crypto/token.ts";
import { linkToUse } from "../link/use.ts";
import { minute } from "../time.ts";
import type { World } from "../world.ts";
import { insertUnlock } from "./store.ts";

/**
 * Uses the link of an unlock, once: what it answers helps the browser that it is answered to, and no other. It proves
 * nothing, so password and second step are asked for as ever. `link_expired`: it was used or voided, or is too old, or
 * not ours.
 */
export async function confirmUnlock(world: World, link: string): Promise<Outcome<Unlocked, "link_expired">> {
  const { token, hash } = await newToken(world.random);
  const { lives, account, spend } = await linkToUse(world, "unlock", link);
  const expiresAt = world.now + unlockMinutes * minute;
  const [kept] = await world.db.batch([insertUnlock(world.db, { hash, account, expiresAt }, lives), spend]);
  if (kept?.results.length !== 1) return fail("link_expired");
  return ok({ unlock: token, expiresAt: new Date(expiresAt).toISOString() });
}

/** For how long a browser may try the password by a count of its own, once the link was pressed in it. */
export const unlockMinutes = 15;
