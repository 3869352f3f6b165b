import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { type Outcome, ok } from "../../shared/outcome.ts";
import { type AccountWithPassword, accountWithPasswordOf, findAccountByEmailStatement } from "../account/read.ts";
import { type ClaimedDevice, recogniseDevice } from "../device/recognise.ts";
import { always, known, not } from "../guard.ts";
import { decoyOf, findDecoy } from "../password/decoy.ts";
import { addressMac, networkMac } from "../throttle/key.ts";
import { accountPassword, addressPasswordKey, networkPassword, rememberedBrowserPassword } from "../throttle/rules.ts";
import {
  type Counter,
  forgiveTries,
  type TakenTry,
  type TryToTake,
  takeTryBack,
  tryToTake,
} from "../throttle/take-try.ts";
import type { World } from "../world.ts";

/** A password that may be judged now, with all that judging it takes. */
export interface PasswordTry {
  /** Null for an unknown address; everything else is then the same (promise P5). */
  found: AccountWithPassword | null;
  /** The hash to be judged in the place of an unknown address's. */
  decoy: string;
  /** The browser, where the account remembers it. */
  device: ClaimedDevice | null;
  /** Run once the password was right. */
  forgive: D1PreparedStatement[];
}

/**
 * Counts a password before it is judged and reads its account, in one round trip (promises G2, G3).
 * It counts for the address however it is spelled, known or not, and for the caller's network; from a browser that the
 * account remembers for that browser alone, so that no stranger's tries keep its owner out.
 */
export async function takePasswordTry(
  world: World,
  email: string,
  deviceToken: string | undefined,
): Promise<Outcome<PasswordTry, "too_many_attempts", { retryAfter?: number }>> {
  const own = deviceToken === undefined ? null : await ownCount(world, deviceToken, email);
  const mac = await addressMac(world, email);
  const addressKey = addressPasswordKey(mac);
  const network = await networkMac(world);
  const networkKey = network && `password:network:${network}`;
  const ofAddress: Counter = { key: known(addressKey), policy: accountPassword };
  const ofNetwork: Counter[] = networkKey ? [{ key: known(networkKey), policy: networkPassword }] : [];
  const byAnyone = tryToTake(world, [ofAddress, ...ofNetwork], own ? not(own.device.isRemembered) : always);

  const results = await world.db.batch([
    findAccountByEmailStatement(world, email),
    findDecoy(world, mac),
    ...byAnyone.statements,
    ...(own ? [own.device.statement, ...own.attempt.statements] : []),
  ]);
  const found = accountWithPasswordOf(results[0]);
  const decoy = decoyOf(results[1]);
  const [isRemembered, ...ownResults] = results.slice(2 + byAnyone.statements.length);
  if (own?.device.read(isRemembered)) {
    const taken = own.attempt.read(ownResults);
    return taken.ok ? ok({ found, decoy, device: own.device, forgive: [forgiveTries(world, own.key)] }) : taken;
  }
  const taken = byAnyone.read(results.slice(2));
  if (!taken.ok) return taken;
  return ok({ found, decoy, device: null, forgive: forgiveness(world, addressKey, networkKey, taken.value) });
}

/** The count of a browser that says it is remembered, which counts only where that is true. */
async function ownCount(
  world: World,
  token: string,
  email: string,
): Promise<{ device: ClaimedDevice; key: string; attempt: TryToTake }> {
  const device = await recogniseDevice(world, token, email);
  const key = `password:device:${device.hash}`;
  const counter: Counter = { key: known(key), policy: rememberedBrowserPassword };
  return { device, key, attempt: tryToTake(world, [counter], device.isRemembered) };
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
