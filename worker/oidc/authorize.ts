import { type Outcome, ok } from "../../shared/outcome.ts";
import type { Guard } from "../guard.ts";
import type { CurrentSession } from "../session/rules.ts";
import { readIdToken } from "../signing-key/read.ts";
import type { World } from "../world.ts";
import { askedAt, markAsked } from "./asked.ts";
import { findClient } from "./client/find.ts";
import { hasToBeAllowed, scopesToAllow } from "./consent/judge.ts";
import { giveCode } from "./give-code.ts";
import { judgeLevel } from "./level.ts";
import { type OpenedRequest, openRequest } from "./pushed/use.ts";
import { type Refusal, readRequest, refuse, type SignInRequest } from "./read-request.ts";
import { readClientId, readTarget, type Target, type WrongTarget, wrong } from "./read-target.ts";
import { isProvedSince, provedSince } from "./rules.ts";
import { findWhether } from "./store.ts";

/**
 * Decides where a request to sign in to a site leads: to the site with a code or with an error, or to the page of ours that
 * asks the person to sign in or to prove themselves anew, and comes back here. An account that is not kept, by `isKept`,
 * gives no code: its owner is asked whether to keep it. At most three round trips; one more with an
 * `id_token_hint`, and where the person has to allow it. `invalid_request`: no site has registered this, so nothing may be sent anywhere.
 */
export async function authorize(
  world: World,
  session: CurrentSession | null,
  request: URLSearchParams,
  isKept: (accountId: string) => Guard,
): Promise<Outcome<string, "invalid_request", WrongTarget>> {
  const found = await openTarget(world, request);
  if (!found.ok) return found;
  const target = found.value;
  if (target.client.requirePushedAuthorizationRequests && target.pushed === null) {
    return ok(
      errorAddress(world, target, refuse("invalid_request", "This client has to push its requests (RFC 9126).")),
    );
  }
  const read = readRequest(target.parameters, target.client);
  if (!read.ok) return ok(errorAddress(world, target, read));
  const { prompt } = read.value;
  const need = await whatIsMissing(world, session, request, read.value);
  const askedSince = session && need === null ? await askedAt(world, request) : null;
  if (session && need === null && (await hasToBeAllowed(world, session.account.id, target, read.value, askedSince))) {
    if (prompt.includes("none")) return ok(errorAddress(world, target, notAllowed));
    if (askedSince !== null && request.has("denied")) return ok(errorAddress(world, target, denied));
    return ok(pageToAllow(askedSince === null ? await markAsked(world, request) : request, read.value));
  }
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
  return ok(pageOfOurs(session && need ? "/confirm" : "/sign-in", await markAsked(world, forOurPage(request, target))));
}

const notAllowed = refuse("consent_required", "The person has to allow it first.");
const denied = refuse("access_denied", "The person did not allow it.");
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

/** What a request asks for, of whom and where its answer goes. */
async function openTarget(
  world: World,
  request: URLSearchParams,
): Promise<Outcome<Target & OpenedRequest, "invalid_request", WrongTarget>> {
  const id = readClientId(request);
  if (!id.ok) return id;
  const [opened, client] = await Promise.all([openRequest(world, request), findClient(world, id.value)]);
  if (!opened.ok) return wrong("request_uri", "is unknown, used, or has expired");
  const target = readTarget(client, opened.value.parameters);
  return target.ok ? ok({ ...target.value, ...opened.value }) : target;
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

/** A pushed request with what our pages go by before it comes back. */
function forOurPage(request: URLSearchParams, { pushed, parameters }: OpenedRequest): URLSearchParams {
  const all = new URLSearchParams(request);
  for (const name of pushed === null ? [] : ["login_hint", "ui_locales"]) {
    const said = parameters.get(name);
    if (said !== null) all.set(name, said);
  }
  return all;
}

/** Our page that asks what a site may know. A request that comes back denied stays what it was. */
function pageToAllow(request: URLSearchParams, wanted: SignInRequest): string {
  const next = `/oidc/authorize?${request}`;
  return `/allow?${new URLSearchParams({ next, scope: scopesToAllow(wanted).join(" ") })}`;
}

function pageOfOurs(path: string, request: URLSearchParams): string {
  return `${path}?${new URLSearchParams({ next: `/oidc/authorize?${request}` })}`;
}
