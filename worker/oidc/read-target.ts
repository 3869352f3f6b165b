import * as v from "valibot";
import { authorizeTarget } from "../../shared/contract/oidc.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { isRegistered, type OidcClient } from "./rules.ts";

/** The one site that asks, and where its answer goes. */
export interface Target {
  client: OidcClient;
  redirectUri: string;
  state: string | undefined;
}

/** What is wrong with the target of a request: which parameter, and why. */
export interface WrongTarget {
  path: "client_id" | "redirect_uri" | "request_uri";
  message: string;
}

/** The id of the site that asks; an error where it is named twice, or not at all. */
export function readClientId(request: URLSearchParams): Outcome<string, "invalid_request", WrongTarget> {
  return readOne(request, "client_id");
}

/** A site and its own address; an error where that is not registered, or is named twice. */
export function readTarget(
  client: OidcClient | null,
  request: URLSearchParams,
): Outcome<Target, "invalid_request", WrongTarget> {
  const uri = readOne(request, "redirect_uri");
  if (!uri.ok) return uri;
  const read = v.safeParse(authorizeTarget, Object.fromEntries(request));
  if (!read.success || !client) return wrong("client_id", "is not registered");
  const redirectUri = read.output.redirect_uri;
  if (!isRegistered(redirectUri, client.redirectUris)) {
    return wrong("redirect_uri", "is not registered for this client: addresses are compared letter for letter");
  }
  const state = request.getAll("state").length === 1 ? (request.get("state") ?? "") : undefined;
  return ok({ client, redirectUri, state });
}

/** Refuses a request that may not be answered to anybody but the browser that brought it. */
export function wrong(path: WrongTarget["path"], message: string) {
  return fail("invalid_request", { path, message });
}

function readOne(
  request: URLSearchParams,
  path: "client_id" | "redirect_uri",
): Outcome<string, "invalid_request", WrongTarget> {
  const [value, ...others] = request.getAll(path);
  if (value === undefined) return wrong(path, "is missing");
  return others.length > 0 ? wrong(path, "is there more than once") : ok(value);
}
