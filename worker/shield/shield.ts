import type { Context, MiddlewareHandler } from "hono";
import { fail as failure } from "../../shared/outcome.ts";
import { hashToken } from "../crypto/token.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { oauthFail } from "../oidc/oauth-fail.ts";
import { subscriberNetwork } from "../throttle/network.ts";
import { minute } from "../time.ts";
import { claimedProof } from "./claimed-proof.ts";

/** The longest that an address is kept out: the period of the binding in wrangler.toml. */
const periodSeconds = 60;

/** For how long an isolate knows that a secret has proved something, and how many it knows. */
const knownMilliseconds = 5 * minute;
const knownAtMost = 10_000;

/**
 * Turns a flood from one network address away before it costs a query. It is no count of guesses: the platform counts
 * roughly and each place by itself, so what must be exact is counted in D1 (promise G3). Without the binding, or
 * where it fails, or no platform says who calls, everything passes.
 *
 * Requests that prove a session, an administrator's key or a client's secret are counted apart, each proof by itself, so
 * that no stranger of the same network keeps them out (promise G6). Until it has proved something, a request is a
 * stranger's: it counts as one, and only where strangers are being turned away is it asked, once, what it proves.
 */
export function shieldFromFloods(): MiddlewareHandler<House> {
  /** Hashes of secrets that proved something, with until when that is known, in milliseconds. */
  const known = new Map<string, number>();
  const learn = (hash: string, now: number) => {
    known.delete(hash);
    known.set(hash, now + knownMilliseconds);
    const [oldest] = known.keys();
    if (known.size > knownAtMost && oldest !== undefined) known.delete(oldest);
  };

  return async (c, next) => {
    const { world } = c.var;
    const network = subscriberNetwork(world.caller.ip);
    if (network === null) return next();
    const proof = await claimedProof(c);
    const hash = proof && (await hashToken(proof.secret));
    const isKnown = hash !== null && (known.get(hash) ?? 0) > world.now;
    if (!isKnown && !(await passesShield(c, network))) {
      const isProved = proof !== null && (await passesShield(c, `claims ${network}`)) && (await proof.isTrue());
      if (!isProved || hash === null) return refuseFlood(c);
      learn(hash, world.now);
    }
    if (isKnown && !(await passesShield(c, `proof ${hash}`))) return refuseFlood(c);
    await next();
    if (hash !== null && c.get("provesItself")) learn(hash, world.now);
  };
}

/** Whether the platform lets another request of this key through. */
export async function passesShield(c: Context<House>, key: string): Promise<boolean> {
  return (await c.env.SHIELD?.limit({ key }).catch(() => null))?.success ?? true;
}

/** Says that there were too many, in the form of OAuth where a site's software reads it. */
export function refuseFlood(c: Context<House>): Response {
  if (!c.req.path.startsWith("/oidc/")) return fail(c, failure("too_many_attempts", { retryAfter: periodSeconds }));
  c.header("Retry-After", String(periodSeconds));
  return oauthFail(c, "temporarily_unavailable");
}
