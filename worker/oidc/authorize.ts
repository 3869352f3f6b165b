import * as v from "valibot";
import { authorizeTarget } from "../../shared/contract/oidc.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { CurrentSession } from "../session/rules.ts";
import type { World } from "../world.ts";
import { askedAt, markAsked } from "./asked.ts";
import { findClient } from "./client/find.ts";
import { giveCode } from "./give-code.ts";
import { type Refusal, readRequest, refuse } from "./read-request.ts";
import { isProvedSince, isRegistered, type OidcClient, provedSince } from "./rules.ts";

/** The one site that asks, and where its answer goes. */
interface Target {
  client: OidcClient;
  redirectUri: string;
  state: string | undefined;
}

/**
 * Decides where a request to sign in to a site leads, in at most three round trips: to the site with a code or with an
 * error, or to the page of ours that asks the person to sign in or to prove themselves anew, and comes back here.
 * `invalid_request`: no site has registered this, so nothing may be sent anywhere.
 */
export async function authorize(
  world: World,
  session: CurrentSession | null,
  request: URLSearchParams,
): Promise<Outcome<string, "invalid_request">> {
  const target = await findTarget(world, request);
  if (!target) return fail("invalid_request");
  const read = readRequest(request, target.client);
  if (!read.ok) return ok(errorAddress(world, target, read));
  const { query, prompt, scope } = read.value;
  const since = provedSince({ prompt, maxAge: query.max_age }, await askedAt(world, request), world.now);
  if (session && isProvedSince(session, since)) {
    const isSilent = prompt.includes("none");
    const code = await giveCode(world, session, { ...target, query, scope, isSilent });
    if (code !== null) return ok(answerAddress(world, target, { code }));
  } else if (session && !prompt.includes("none")) {
    return ok(pageOfOurs("/confirm", await markAsked(world, request)));
  }
  if (prompt.includes("none")) {
    const why = session ? "The person has to prove themselves anew." : "Nobody is signed in.";
    return ok(errorAddress(world, target, refuse("login_required", why)));
  }
  return ok(pageOfOurs("/sign-in", await markAsked(world, request)));
}

/** The site and its own address; null where either is not registered, or is named twice. */
async function findTarget(world: World, request: URLSearchParams): Promise<Target | null> {
  const isClear = ["client_id", "redirect_uri"].every((name) => request.getAll(name).length === 1);
  const read = v.safeParse(authorizeTarget, Object.fromEntries(request));
  if (!isClear || !read.success) return null;
  const client = await findClient(world, read.output.client_id);
  const redirectUri = read.output.redirect_uri;
  if (!client || !isRegistered(redirectUri, client.redirectUris)) return null;
  return {
    client,
    redirectUri,
    state: request.getAll("state").length === 1 ? (request.get("state") ?? "") : undefined,
  };
}

function errorAddress(world: World, target: Target, { code, details }: Refusal): string {
  return answerAddress(world, target, { error: code, error_description: details.why });
}

/** The site's address with an answer in it, and who answers (RFC 9207), so that no other service's answer passes for ours. */
function answerAddress(world: World, { redirectUri, state }: Target, answer: Record<string, string>): string {
  const url = new URL(redirectUri);
  const all = { ...answer, ...(state !== undefined && { state }), iss: world.settings.origin };
  for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value);
  return url.href;
}

function pageOfOurs(path: string, request: URLSearchParams): string {
  return `${path}?${new URLSearchParams({ next: `/oidc/authorize?${request}` })}`;
}
