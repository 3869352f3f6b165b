import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { endSession } from "../session/end.ts";
import type { CurrentSession } from "../session/rules.ts";
import { readIdToken } from "../signing-key/read.ts";
import type { World } from "../world.ts";
import { findClient } from "./client/find.ts";
import { letFamiliesStay } from "./family/store.ts";
import type { OidcClient } from "./rules.ts";

/** Where somebody goes who signs out by a site, and whether they are signed out already. */
export interface SignedOut {
  to: string;
  hasEnded: boolean;
}

/**
 * Signs somebody out for a site (OpenID Connect RP-Initiated Logout): immediately where the site shows the ID token that
 * it was given for them, else by our own page, which asks first: a link alone signs nobody out. Sends them on only to an
 * address that the site has registered. `invalid_request`: the request contradicts itself, so nothing happens.
 */
export async function signOutForSite(
  world: World,
  session: CurrentSession | null,
  request: URLSearchParams,
): Promise<Outcome<SignedOut, "invalid_request", { path: string; message: string }>> {
  const twice = [...request.keys()].find((name, at, names) => names.indexOf(name) !== at);
  if (twice !== undefined) return fail("invalid_request", { path: twice, message: "is there more than once" });
  const hint = request.get("id_token_hint");
  const claims = hint === null ? null : await readIdToken(world, hint);
  const audience = typeof claims?.aud === "string" ? claims.aud : null;
  const named = request.get("client_id");
  if (named !== null && audience !== null && named !== audience) {
    return fail("invalid_request", { path: "client_id", message: "is not the client that the id_token_hint is for" });
  }
  const clientId = audience ?? named;
  const client = clientId === null ? null : await findClient(world, clientId);
  const back = client && wayBack(client, request);
  if (session && (!client || session.account.id !== claims?.sub))
    return ok({ to: askFirst(request, clientId), hasEnded: false });
  if (session) await endSession(world, session, letFamiliesStay(world, session.id));
  return ok({ to: back ?? "/", hasEnded: session !== null });
}

/** The site's own address with its state; null where it names none that it has registered. */
function wayBack({ signOutUris }: OidcClient, request: URLSearchParams): string | null {
  const wanted = request.get("post_logout_redirect_uri");
  if (wanted === null || !signOutUris.includes(wanted)) return null;
  const address = new URL(wanted);
  const state = request.get("state");
  if (state !== null) address.searchParams.set("state", state);
  return address.href;
}

/** Our page, which comes back here once it has signed the person out. The hint stays behind: it is of no more use. */
function askFirst(request: URLSearchParams, clientId: string | null): string {
  const next = new URLSearchParams(request);
  next.delete("id_token_hint");
  if (clientId !== null) next.set("client_id", clientId);
  const path = next.has("post_logout_redirect_uri") ? `/oidc/sign-out?${next}` : null;
  return path === null ? "/sign-out" : `/sign-out?${new URLSearchParams({ next: path })}`;
}
