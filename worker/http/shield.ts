import type { MiddlewareHandler } from "hono";
import { fail as failure } from "../../shared/outcome.ts";
import { subscriberNetwork } from "../throttle/network.ts";
import { callerOf } from "./caller.ts";
import { fail } from "./fail.ts";
import type { House } from "./house.ts";

/** The longest that an address is kept out: the period of the binding in wrangler.toml. */
const periodSeconds = 60;

/**
 * Turns a flood from one network address away before it costs a query. It is no count of guesses: the platform counts
 * roughly and each place by itself, so what must be exact is counted in D1 (promise G3). Without the binding, or
 * where it fails, or no platform says who calls, everything passes.
 */
export const shieldFromFloods: MiddlewareHandler<House> = async (c, next) => {
  const key = subscriberNetwork(callerOf(c.req.raw).ip);
  const passes = key === null || ((await c.env.SHIELD?.limit({ key }).catch(() => null))?.success ?? true);
  if (!passes) return fail(c, failure("too_many_attempts", { retryAfter: periodSeconds }));
  await next();
};
