import * as v from "valibot";
import { authorizeTarget } from "../../shared/contract/oidc.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { Guard } from "../guard.ts";
import type { CurrentSession } from "../session/rules.ts";
import { readIdToken } from "../signing-key/read.ts";
import type { World } from "../world.ts";
import { askedAt, markAsked } from "./asked.ts";
import { findClient } from "./client/find.ts";
import { giveCode } from "./give-code.ts";
import { judgeLevel } from "./level.ts";
import { type Refusal, readRequest, refuse, type SignInRequest } from "./read-request.ts";
import { isProvedSince, isRegistered, type OidcClient, provedSince } from "./rules.ts";
import { findWhether } from "./store.ts";

/** The one site that asks, and where its answer goes. */
interface Target {
  client: OidcClient;
  redirectUri: string;
  state: string | undefined;
}

/** What is wrong with the target of a request: which parameter, and why. */
export interface WrongTarget {
  path: "client_id" | "redirect_uri";
  message: string;
}

/**
 * Decides where a request to sign in to a site leads: to the site with a code or with an error, or to the page of ours that
 * asks the person to sign in or to prove themselves anew, and comes back here. An account that is not kept, by `isKept`,
 * gives no code: its owner is asked whether to keep it. At most three round trips, or four with an
 * `id_token_hint`. `invalid_request`: no site has registered this, so nothing may be sent anywhere.
 */
export async function authorize(
  world: World,
  session: CurrentSession | null,
  request: URLSearchParams,
  isKept: (accountId: string) => Guard,
): Promise<Outcome<string, "invalid_request", WrongTarget>> {
  const found = await findTarget(world, request);
  if (!found.ok) return found;
  const target = found.value;
  const read = readRequest(request, target.client);
  if (!read.ok) return ok(errorAddress(world, target, read));
  const { prompt } = read.value;
  const need = await whatIsMissing(world, session, request, read.value);
  if (session && need === null) {
    const isSilent = prompt.includes("none");
    const mayGive = isKept(session.account.id);
    const code = await giveCode(world, session, { ...target, ...read.value, isSilent, mayGive });
    if (code !== null) return ok(answerAddress(world, target, { code }));
    if (!(await findWhether(world.db, mayGive))) {
      return ok(isSilent ? errorAddress(world, target, leaving) : pageOfOurs("/profile/security", request));
    }
  }
  if (need?.refusal && (need.isFinal || prompt.includes("none"))) return ok(errorAddress(world, target, need.refusal));
  if (prompt.includes("none")) return ok(errorAddress(world, target, nobody));
  return ok(pageOfOurs(session && need ? "/confirm" : "/sign-in", await markAsked(world, request)));
}

const leaving = refuse("interaction_required", "The account is about to be deleted. Its owner can keep it.");
const nobody = refuse("login_required", "Nobody is signed in.");

/** What a request still wants of the person who is signed in. */
interface Missing {
  /** What the site is told where nothing may be asked. */
  refusal: Refusal;
  /** Whether nothing that could be asked would help. */
  isFinal?: boolean;
}

/** null where somebody is signed in who will do. */
async function whatIsMissing(
  world: World,
  session: CurrentSession | null,
  request: URLSearchParams,
  { query, prompt, asked }: SignInRequest,
): Promise<Missing | null> {
  if (!session) return { refusal: nobody };
  const hint = query.id_token_hint === undefined ? null : await readIdToken(world, query.id_token_hint);
  if (query.id_token_hint !== undefined && hint === null) {
    return { refusal: refuse("invalid_request", "id_token_hint is no ID token of this service."), isFinal: true };
  }
  const meant = [hint?.sub, asked.sub].filter((sub) => typeof sub === "string");
  if (meant.some((sub) => sub !== session.account.id)) {
    return { refusal: refuse("login_required", "Somebody else is signed in.") };
  }
  const askedSince = await askedAt(world, request);
  if (!isProvedSince(session, provedSince({ prompt, maxAge: query.max_age }, askedSince, world.now))) {
    return { refusal: refuse("login_required", "The person has to prove themselves anew.") };
  }
  const level = await judgeLevel(world, session, asked.acr);
  if (level === "is_fine") return null;
  const why = "The level of acr_values, or of the acr claim, was not reached.";
  // Once asked is enough: who comes back without it had the choice.
  const wasAsked = askedSince !== null && session.authenticatedAt >= askedSince;
  const refusal = refuse("unmet_authentication_requirements", why);
  return { refusal, isFinal: level === "cannot_be_had" || wasAsked };
}

/** The site and its own address; an error where either is not registered, or is named twice. */
async function findTarget(
  world: World,
  request: URLSearchParams,
): Promise<Outcome<Target, "invalid_request", WrongTarget>> {
  for (const path of ["client_id", "redirect_uri"] as const) {
    const count = request.getAll(path).length;
    if (count !== 1) return wrong(path, count === 0 ? "is missing" : "is there more than once");
  }
  const read = v.safeParse(authorizeTarget, Object.fromEntries(request));
  const client = read.success ? await findClient(world, read.output.client_id) : null;
  if (!read.success || !client) return wrong("client_id", "is not registered");
  const redirectUri = read.output.redirect_uri;
  if (!isRegistered(redirectUri, client.redirectUris)) {
    return wrong("redirect_uri", "is not registered for this client: addresses are compared letter for letter");
  }
  const state = request.getAll("state").length === 1 ? (request.get("state") ?? "") : undefined;
  return ok({ client, redirectUri, state });
}

function wrong(path: WrongTarget["path"], message: string) {
  return fail("invalid_request", { path, message });
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
