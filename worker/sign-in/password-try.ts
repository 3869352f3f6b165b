import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { type Outcome, ok } from "../../shared/outcome.ts";
import { type AccountWithPassword, accountWithPasswordOf } from "../account/read.ts";
import { findAccountByEmailStatement } from "../account/store.ts";
import { known } from "../guard.ts";
import { findDecoy } from "../password/store.ts";
import { decoyOf } from "../password/verify.ts";
import { addressMac, networkMac } from "../throttle/key.ts";
import { type OwnCount, tryByOwnCount } from "../throttle/own-count.ts";
import { ownNetworkKey, recogniseNetwork } from "../throttle/own-network.ts";
import {
  accountPassword,
  addressPasswordKey,
  networkPassword,
  ownNetworkPassword,
  rememberedBrowserPassword,
  unlockedPassword,
} from "../throttle/rules.ts";
import { takeTryBack } from "../throttle/store.ts";
import { type Counter, forgiveTries, type TakenTry } from "../throttle/take-try.ts";
import { type ClaimedBrowser, recogniseBrowser } from "../trusted-browser/recognise.ts";
import { recogniseUnlock } from "../unlock/recognise.ts";
import type { World } from "../world.ts";

/** A password that may be judged now, with all that judging it takes. */
export interface PasswordTry {
  /** Null for an unknown address; everything else is then the same (promise P5). */
  found: AccountWithPassword | null;
  /** The hash to be judged in the place of an unknown address's. */
  decoy: string;
  /** The browser, where the account remembers it. */
  browser: ClaimedBrowser | null;
  /** Run once the password was right. */
  forgive: D1PreparedStatement[];
}

/** What a browser brings along beside the password. */
export interface SignInClaims {
  email: string;
  browserToken: string | undefined;
  unlock: string | undefined;
}

/**
 * Counts a password before it is judged and reads its account, in one round trip (promises G2, G3).
 * It counts for the address however it is spelled, known or not, and for the caller's network. A browser that the
 * account remembers, one that was unlocked by a mailed link, and a network from which the account has been signed in to
 * have counts of their own, so that no stranger's tries keep its owner out (promise G5).
 */
export async function takePasswordTry(
  world: World,
  { email, browserToken, unlock }: SignInClaims,
): Promise<Outcome<PasswordTry, "too_many_attempts", { retryAfter?: number }>> {
  const mac = await addressMac(world, email);
  const addressKey = addressPasswordKey(mac);
  const network = await networkMac(world);
  const networkKey = network && `password:network:${network}`;
  const ofAddress: Counter = { key: known(addressKey), policy: accountPassword };
  const ofNetwork: Counter[] = networkKey ? [{ key: known(networkKey), policy: networkPassword }] : [];
  const own = await ownCounts(world, mac, { email, browserToken, unlock });
  const attempt = tryByOwnCount(world, own, [ofAddress, ...ofNetwork]);
  const [account, decoy, ...counted] = await world.db.batch([
    findAccountByEmailStatement(world, email),
    findDecoy(world, mac),
    ...attempt.statements,
  ]);
  const { by, taken } = attempt.read(counted);
  if (!taken.ok) return taken;
  const count = by === null ? null : own[by];
  return ok({
    found: accountWithPasswordOf(account),
    decoy: decoyOf(decoy),
    browser: count?.browser ?? null,
    forgive: count
      ? [forgiveTries(world, count.key), ...count.useUp]
      : forgiveness(world, addressKey, networkKey, taken.value),
  });
}

/** A count of somebody's own; `browser` where it is that of a remembered browser. */
interface OwnPasswordCount extends OwnCount {
  browser?: ClaimedBrowser;
  /** Run once the password was right. */
  useUp: D1PreparedStatement[];
}

async function ownCounts(
  world: World,
  addressMac: string,
  { email, browserToken, unlock }: SignInClaims,
): Promise<OwnPasswordCount[]> {
  const counts: OwnPasswordCount[] = [];
  if (browserToken !== undefined) {
    const browser = await recogniseBrowser(world, browserToken, email);
    const key = `password:device:${browser.hash}`;
    counts.push({ isTrue: browser.isRemembered, key, policy: rememberedBrowserPassword, browser, useUp: [] });
  }
  if (unlock !== undefined) {
    const { isGood, useUp } = await recogniseUnlock(world, unlock, email);
    const key = `password:unlock:${addressMac}`;
    counts.push({ isTrue: isGood, key, policy: unlockedPassword, useUp: [useUp] });
  }
  const network = await recogniseNetwork(world, email);
  if (network) {
    const key = ownNetworkKey(network, addressMac);
    counts.push({ isTrue: network.isOwn, key, policy: ownNetworkPassword, useUp: [] });
  }
  return counts;
}

/** The account's count begins anew; the network's loses this one try, for its owner may have guessed at other accounts. */
function forgiveness(
  world: World,
  addressKey: string,
  networkKey: string | null,
  [, networkRow]: TakenTry,
): D1PreparedStatement[] {
  const ofAddress = forgiveTries(world, addressKey);
  return networkKey && networkRow ? [ofAddress, takeTryBack(world, networkKey, networkRow)] : [ofAddress];
}
