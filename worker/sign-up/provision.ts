import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Locale } from "../../shared/contract/account.ts";
import { accountExists, insertOpenAccount } from "../account/store.ts";
import { randomId } from "../crypto/random.ts";
import { emailKey, emailKeys, keptAddress } from "../email-address/rules.ts";
import type { Guard } from "../guard.ts";
import { noPassword } from "../password/hash.ts";
import { insertPasswordOfNewAccount } from "../password/store.ts";
import type { World } from "../world.ts";

/** An account that is made once `statements` were run, if the first answered a row; `isMade` holds from then on. */
export interface AccountToMake {
  id: string;
  statements: D1PreparedStatement[];
  isMade: Guard;
}

/**
 * Makes an account for an address that somebody vouches for. The first sign-in asks for a code mailed there, which proves
 * it; without a hash it has no password, and signs in once its owner has chosen one. Nothing is made where the address has an account.
 */
export function accountToMake(
  world: World,
  { email, locale, passwordHash = noPassword }: { email: string; locale: Locale; passwordHash?: string | undefined },
): AccountToMake {
  const id = randomId(world.random);
  const made = accountExists(id);
  const row = {
    id,
    email: keptAddress(email),
    emailKey: emailKey(email),
    emailKeys: emailKeys(email),
    locale,
    now: world.now,
  };
  return {
    id,
    isMade: made,
    statements: [insertOpenAccount(world.db, row), insertPasswordOfNewAccount(world, id, passwordHash, made)],
  };
}
