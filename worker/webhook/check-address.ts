import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { World } from "../world.ts";
import { refusalOfAddress } from "./rules.ts";

/** What is wrong with an address, as an answer says it. */
export interface RefusedAddress {
  fields: { path: string; message: string }[];
}

/**
 * An address as it is kept, where an endpoint may be at it. `invalid_request`: it is not public, or it is our own, where
 * each delivery could bring about the next.
 */
export function checkAddress(world: World, text: string): Outcome<string, "invalid_request", RefusedAddress> {
  const url = new URL(text);
  const isOurs = url.origin === world.settings.origin;
  const refusal = isOurs ? "must be another service" : refusalOfAddress(url.href, world.settings.webhooks);
  return refusal === null ? ok(url.href) : fail("invalid_request", { fields: [{ path: "url", message: refusal }] });
}
