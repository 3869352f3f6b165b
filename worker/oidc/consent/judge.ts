import type { World } from "../../world.ts";
import { claimsOfScope } from "../asked-claims.ts";
import type { SignInRequest } from "../read-request.ts";
import type { Target } from "../read-target.ts";
import { asksEachTime } from "../rules.ts";
import { findConsent } from "./store.ts";

/** What a request asks to know, by scopes: those that it names, and those that its single claims belong to. */
export function scopesToAllow({ scope, asked }: Pick<SignInRequest, "scope" | "asked">): string[] {
  const claims = [...asked.idToken, ...asked.userInfo];
  const implied = Object.entries(claimsOfScope).filter(([, names]) => names.some((name) => claims.includes(name)));
  return [...new Set([...scope.split(" "), ...implied.map(([name]) => name)])];
}

/**
 * Whether somebody has to be asked what a site may know: where it is not ours, until they have let it know as much; and for
 * each request that asks for it, or of an app that cannot prove who it is, anew. `askedSince` is when this request made us
 * ask, in milliseconds since 1970.
 */
export async function hasToBeAllowed(
  world: World,
  accountId: string,
  { client, redirectUri }: Target,
  request: SignInRequest,
  askedSince: number | null,
): Promise<boolean> {
  const isAnew = request.prompt.includes("consent") || asksEachTime(client, redirectUri);
  if (client.ours && !isAnew) return false;
  if (isAnew && askedSince === null) return true;
  const consent = await findConsent(world.db, accountId, client.id);
  const allowed = consent?.scope.split(" ") ?? [];
  if (scopesToAllow(request).some((scope) => !allowed.includes(scope))) return true;
  return isAnew && (consent?.allowed_at ?? 0) < (askedSince ?? 0);
}
