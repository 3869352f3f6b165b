import { openLink, signLink } from "../crypto/signed-link.ts";
import { hashToken } from "../crypto/token.ts";
import { minute } from "../time.ts";
import type { World } from "../world.ts";
import { askedLifetimeMinutes } from "./rules.ts";

const parameter = "asked";

/** What our page adds where the person did not allow it. */
const answer = "denied";

/**
 * The same request, with the moment in it at which it made us ask somebody to prove themselves: when it comes back, a
 * proof since then is what it wanted. Signed over all of the request, so that it is good for no other.
 */
export async function markAsked(world: World, request: URLSearchParams): Promise<URLSearchParams> {
  const marked = unmarked(request);
  const subject = await hashToken(String(marked));
  const mark = { accountId: "", madeAt: world.now, subject };
  marked.set(parameter, await signLink(world.settings.macKey, "oidc-asked", mark));
  return marked;
}

/** When a request that comes back made us ask, in milliseconds since 1970; null for one that is new, or asked too long ago. */
export async function askedAt(world: World, request: URLSearchParams): Promise<number | null> {
  const mark = request.get(parameter);
  if (mark === null) return null;
  const lifetimeMs = askedLifetimeMinutes * minute;
  const opened = await openLink(world.settings.macKey, "oidc-asked", mark, { now: world.now, lifetimeMs });
  const isOfThis = opened?.subject === (await hashToken(String(unmarked(request))));
  return opened && isOfThis ? opened.madeAt : null;
}

function unmarked(request: URLSearchParams): URLSearchParams {
  const copy = new URLSearchParams(request);
  copy.delete(parameter);
  copy.delete(answer);
  return copy;
}
