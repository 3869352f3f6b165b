import { endSession } from "../session/end.ts";
import type { CurrentSession } from "../session/rules.ts";
import { readIdToken } from "../signing-key/read.ts";
import type { World } from "../world.ts";
import { findClient } from "./client/find.ts";

/** Where somebody goes who signs out by a site, and whether they are signed out already. */
export interface SignedOut {
  to: string;
  hasEnded: boolean;
}

/**
 * Signs somebody out for a site (OpenID Connect RP-Initiated Logout): at once where the site shows the ID token that it
 * was given for them, else by our own page, which asks: a link alone signs nobody out. Sends them on only to an address
 * that the site of that token has registered.
 */
export async function signOutForSite(
  world: World,
  session: CurrentSession | null,
  request: URLSearchParams,
): Promise<SignedOut> {
  const hint = request.get("id_token_hint");
  const claims = hint === null ? null : await readIdToken(world, hint);
  const client = typeof claims?.aud === "string" ? await findClient(world, claims.aud) : null;
  if (!client || (session && session.account.id !== claims?.sub)) return { to: "/sign-out", hasEnded: false };
  if (session) await endSession(world, session);
  const wanted = request.get("post_logout_redirect_uri");
  if (wanted === null || !client.signOutUris.includes(wanted)) return { to: "/", hasEnded: true };
  const address = new URL(wanted);
  const state = request.get("state");
  if (state !== null) address.searchParams.set("state", state);
  return { to: address.href, hasEnded: true };
}
