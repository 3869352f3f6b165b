import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { type AccountWithPassword, accountWithPasswordOf, findAccountByEmailStatement } from "../account/read.ts";
import { type ClaimedDevice, recogniseDevice } from "../device/recognise.ts";
import { always, known, not } from "../guard.ts";
import { addressMac, networkMac } from "../throttle/key.ts";
import { accountPassword, addressPasswordKey, networkPassword, rememberedBrowserPassword } from "../throttle/rules.ts";
import { type Counter, forgiveTries, type TakenTry, takeTryBack, tryToTake } from "../throttle/take-try.ts";
import type { World } from "../world.ts";

/** A password that may be judged now, with all that judging it takes. */
export interface PasswordTry {
  /** Null for an unknown address; everything else is then the same (promise P5). */
  found: AccountWithPassword | null;
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
  const claim = deviceToken === undefined ? null : await recogniseDevice(world, deviceToken, email);
  const addressKey = addressPasswordKey(await addressMac(world, email));
  const network = await networkMac(world);
  const networkKey = network && `password:network:${network}`;
  const ofAddress: Counter = { key: known(addressKey), policy: accountPassword };
  const ofNetwork: Counter[] = networkKey ? [{ key: known(networkKey), policy: networkPassword }] : [];
  const byAnyone = tryToTake(world, [ofAddress, ...ofNetwork], claim ? not(claim.isRemembered) : always);
  const deviceKey = claim && `password:device:${claim.hash}`;
  const byDevice =
    claim && tryToTake(world, [{ key: known(`${deviceKey}`), policy: rememberedBrowserPassword }], claim.isRemembered);

  const results = await world.db.batch([
    findAccountByEmailStatement(world, email),
    ...byAnyone.statements,
    ...(claim && byDevice ? [claim.statement, ...byDevice.statements] : []),
  ]);
  const found = accountWithPasswordOf(results[0]);
  const ownResults = results.slice(1 + byAnyone.statements.length);
  if (claim && byDevice && deviceKey && claim.read(ownResults[0])) {
    const taken = byDevice.read(ownResults.slice(1));
    return taken.ok ? ok({ found, device: claim, forgive: [forgiveTries(world, deviceKey)] }) : taken;
  }
  const taken = byAnyone.read(results.slice(1));
  if (!taken.ok) return fail("too_many_attempts", taken.details);
  return ok({ found, device: null, forgive: forgiveness(world, addressKey, networkKey, taken.value) });
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
