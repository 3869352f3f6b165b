import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { pseudonymOf } from "../crypto/mac.ts";
import { emailKeys } from "../email-address/rules.ts";
import type { Guard } from "../guard.ts";
import { day } from "../time.ts";
import type { World } from "../world.ts";
import { wideNetwork } from "./network.ts";
import { ownNetworkDays, ownNetworks } from "./rules.ts";
import { isOwnNetwork, keepNetwork, keepNewestNetworks } from "./store.ts";

/** The caller's network, where an account may know it: one of its last ten, from which it was signed in to. */
export interface ClaimedNetwork {
  /** What stands for it, as a MAC. */
  mac: string;
  /** Holds where the account of an address knows it. */
  isOwn: Guard;
}

/** Under what passwords for an address from such a network are counted. */
export function ownNetworkKey({ mac }: Pick<ClaimedNetwork, "mac">, addressMac: string): string {
  return `password:own-network:${mac}:${addressMac}`;
}

/** Looks at the caller's network for the account of an address; null where the platform names no address. */
export async function recogniseNetwork(world: World, email: string): Promise<ClaimedNetwork | null> {
  const mac = await wideNetworkMac(world);
  const since = world.now - ownNetworkDays * day;
  return mac === null ? null : { mac, isOwn: isOwnNetwork(emailKeys(email), mac, since) };
}

/**
 * Statements that note the caller's network as the account's own, because somebody has just signed in from it, while
 * `guard` holds; the last ten are kept (promise G5).
 */
export async function noteOwnNetwork(world: World, accountId: string, guard: Guard): Promise<D1PreparedStatement[]> {
  const mac = await wideNetworkMac(world);
  if (mac === null) return [];
  return [
    keepNetwork(world.db, { accountId, network: mac, now: world.now }, guard),
    keepNewestNetworks(world.db, accountId, ownNetworks),
  ];
}

async function wideNetworkMac(world: World): Promise<string | null> {
  const network = wideNetwork(world.caller.ip);
  return network && pseudonymOf(world.settings.macKey, ["throttle", "own-network"], network);
}
