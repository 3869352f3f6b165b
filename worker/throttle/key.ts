import { pseudonymOf } from "../crypto/mac.ts";
import { emailKey } from "../email-address/rules.ts";
import type { World } from "../world.ts";
import { siteNetwork, subscriberNetwork } from "./network.ts";

/** What stands for an e-mail address in counts, however it is spelled: a MAC, so that no list of who was tried is kept. */
export function addressMac(world: World, email: string): Promise<string> {
  return pseudonymOf(world.settings.macKey, ["throttle", "address"], emailKey(email));
}

/** What stands for the caller's network in counts; null where the platform names no address, as on one's own machine. */
export async function networkMac(world: World): Promise<string | null> {
  const network = subscriberNetwork(world.caller.ip);
  return network && pseudonymOf(world.settings.macKey, ["throttle", "network"], network);
}

/** What stands for the /48 of a caller by IPv6; null for one by IPv4, and where the platform names no address. */
export async function siteMac(world: World): Promise<string | null> {
  const site = siteNetwork(world.caller.ip);
  return site && pseudonymOf(world.settings.macKey, ["throttle", "site"], site);
}
