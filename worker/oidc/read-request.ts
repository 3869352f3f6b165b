import * as v from "valibot";
import { type AuthorizeQuery, authorizeQuery } from "../../shared/contract/oidc.ts";
import { type Failure, fail, type Outcome, ok } from "../../shared/outcome.ts";
import { type AskedClaims, readAskedClaims } from "./asked-claims.ts";
import { type OidcClient, readPrompt, readScope } from "./rules.ts";

/** What RFC 6749 4.1.2.1 and OpenID Connect Core 3.1.2.6 call that which is wrong with a request. */
export type RequestError =
  | "access_denied"
  | "consent_required"
  | "interaction_required"
  | "invalid_request"
  | "invalid_scope"
  | "login_required"
  | "registration_not_supported"
  | "request_not_supported"
  | "request_uri_not_supported"
  | "unmet_authentication_requirements"
  | "unsupported_response_type";

/** What is wrong with a request, and why, for the developer of the site: `error_description`. */
export type Refusal = Failure<RequestError, { why: string }>;

/** A request to sign in that can be carried out. */
export interface SignInRequest {
  query: AuthorizeQuery;
  prompt: string[];
  scope: string;
  asked: AskedClaims;
}

/** Parameters of OpenID Connect Core 3.1.2.6 that name another kind of request, each with its error. */
const otherKinds = [
  ["request", "request_not_supported"],
  ["request_uri", "request_uri_not_supported"],
  ["registration", "registration_not_supported"],
] as const;

/** Reads all of a request but its target. */
export function readRequest(
  request: URLSearchParams,
  client: OidcClient,
): Outcome<SignInRequest, RequestError, { why: string }> {
  const twice = [...request.keys()].find((name, at, names) => names.indexOf(name) !== at);
  if (twice !== undefined) return refuse("invalid_request", `${plain(twice)} is there more than once.`);
  for (const [name, error] of otherKinds) {
    if (request.has(name)) return refuse(error, `${name} is not supported: send the parameters themselves.`);
  }
  const type = request.get("response_type");
  if (type === null) return refuse("invalid_request", "response_type is missing.");
  if (type !== "code") return refuse("unsupported_response_type", "The only response_type is code.");
  const read = v.safeParse(authorizeQuery, Object.fromEntries(request));
  if (!read.success) return refuse("invalid_request", whatIsWrong(read.issues[0], request));
  const missing = pkceProblem(read.output, client);
  if (missing !== null) return refuse("invalid_request", missing);
  const prompt = readPrompt(read.output.prompt);
  if (prompt === null) return refuse("invalid_request", "prompt is none alone, or of login, select_account, consent.");
  const scope = readScope(read.output.scope, client);
  if (scope === null) return refuse("invalid_scope", "scope has to contain openid.");
  const asked = readAskedClaims(read.output.claims, read.output.acr_values);
  return asked.ok ? ok({ query: read.output, prompt, scope, asked: asked.value }) : asked;
}

/** RFC 7636 4.3 and 4.4.1. */
function pkceProblem({ code_challenge, code_challenge_method }: AuthorizeQuery, { pkce }: OidcClient): string | null {
  if (code_challenge === undefined) {
    if (code_challenge_method !== undefined) return "code_challenge is missing, but there is a code_challenge_method.";
    return pkce === "required" ? "code_challenge is missing: this client has to use PKCE (RFC 7636)." : null;
  }
  return code_challenge_method === undefined ? "code_challenge_method is missing, and has to be S256." : null;
}

/** Names the parameter and what was expected of it; never what was sent. */
export function whatIsWrong(issue: v.BaseIssue<unknown>, sent: URLSearchParams): string {
  const name = String(issue.path?.[0]?.key ?? "");
  if (!sent.has(name)) return `${name} is missing.`;
  const expected = issue.type === "literal" ? issue.expected?.replaceAll(/"/g, "") : undefined;
  return expected === undefined ? `${name} is malformed.` : `${name} has to be ${expected}.`;
}

/** A name as RFC 6749 4.1.2.1 lets it stand in a description. */
function plain(name: string): string {
  return /^[\w.-]{1,60}$/.test(name) ? name : "A parameter";
}

/** A refusal with its reason. */
export function refuse(error: RequestError, why: string): Refusal {
  return fail(error, { why });
}
