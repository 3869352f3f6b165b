import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountWithPasswordOf, findAccountStatement } from "../account/read.ts";
import { randomId } from "../crypto/random.ts";
import { linkToUse } from "../link/use.ts";
import { addressMac } from "../throttle/key.ts";
import { resetKey } from "../throttle/rules.ts";
import { forgiveTries } from "../throttle/take-try.ts";
import type { World } from "../world.ts";
import type { ProvedReset } from "./proved.ts";

/**
 * Proves a reset by the link of its mail: 256 bits that nobody guesses, so no count of anybody's refuses it (promise
 * G5). `link_expired`: it was used or voided, or is too old, or not ours.
 */
export async function proveByLink(
  world: World,
  { link, newPassword }: { link: string; newPassword: string },
): Promise<Outcome<ProvedReset, "link_expired">> {
  const { press, account, lives, spend } = await linkToUse(world, "reset", link);
  const [pressed, read] = await world.db.batch([press, findAccountStatement(world, account)]);
  const found = accountWithPasswordOf(read);
  if (pressed?.results.length !== 1 || !found) return fail("link_expired");
  const key = resetKey(await addressMac(world, found.account.email));
  return ok({
    id: randomId(world.random),
    found,
    proof: { isUnspent: lives, spend, gone: "link_expired" },
    forgive: [forgiveTries(world, key)],
    newPassword,
  });
}
