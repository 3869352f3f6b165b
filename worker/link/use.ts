import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { hashToken } from "../crypto/token.ts";
import type { Guard, Term } from "../guard.ts";
import type { World } from "../world.ts";
import { type KeptLinkPurpose, linkPresses } from "./rules.ts";
import { accountOf, endLink, linkLives, pressLink } from "./store.ts";

/** A link as it came back from its page. */
export interface LinkToUse {
  /** Answers a row where the link lives; its holder may press it so often, and uses nothing up by that alone. */
  press: D1PreparedStatement;
  /** Whose account it is for. */
  account: Term;
  /** Holds while it lives: what guards the first statement of the batch that uses it. */
  lives: Guard;
  /** Ends it, in that batch: of many presses at once one finds it living (promise G5). */
  spend: D1PreparedStatement;
}

/** Looks at a link of one purpose. Nobody guesses 256 bits, so no count refuses it (promise G5). */
export async function linkToUse(world: World, purpose: KeptLinkPurpose, link: string): Promise<LinkToUse> {
  const hash = await hashToken(link);
  return {
    press: pressLink(world.db, { hash, purpose, now: world.now, most: linkPresses }),
    account: accountOf(hash),
    lives: linkLives(hash, purpose, world.now),
    spend: endLink(world.db, hash, world.now),
  };
}
