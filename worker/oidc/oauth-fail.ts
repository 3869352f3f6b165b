import type { Context } from "hono";
import type { House } from "../http/house.ts";

/** What the endpoints for sites answer that something is wrong with (RFC 6749 5.2, RFC 6750 3.1), with status and words. */
const errors = {
  invalid_request: [400, "A parameter is missing, malformed, or there twice."],
  invalid_client: [401, "The client is not registered, or did not prove that it is the one."],
  invalid_grant: [400, "The code is not good: used, expired, or not for this client, redirect_uri and code_verifier."],
  invalid_scope: [400, "scope asks for what there is not, or for more than was granted."],
  unsupported_grant_type: [400, "grant_type has to be authorization_code or refresh_token."],
  unsupported_response_type: [400, "The only response_type is code."],
  request_not_supported: [400, "request is not supported: send the parameters themselves."],
  request_uri_not_supported: [400, "request_uri is not supported."],
  registration_not_supported: [400, "registration is not supported."],
  access_denied: [400, "The person did not allow it."],
  consent_required: [400, "The person has to allow it first."],
  interaction_required: [400, "The person has to do something first."],
  login_required: [400, "Nobody is signed in."],
  unmet_authentication_requirements: [400, "The level that was asked for was not reached."],
  invalid_token: [401, "The access token is unknown, expired or revoked."],
  // RFC 6749 has no code for it there; this one is of 4.1.2.1, and the status and Retry-After say the rest.
  temporarily_unavailable: [429, "Too many requests from this address. Try again later."],
} as const;

export type OauthError = keyof typeof errors;

/**
 * Answers a site's server, with `why` where more is known than the error says, in the form that OAuth has for it, which is not that of the rest of the
 * API: stock clients read it.
 */
export function oauthFail(c: Context<House>, error: OauthError, why?: string): Response {
  const [status, description] = errors[error];
  if (error === "invalid_token") {
    c.header(
      "WWW-Authenticate",
      `Bearer realm="Latchkey", error="${error}", error_description="${why ?? description}"`,
    );
  }
  // RFC 6749 5.2: to anyone who tried by the header; one who did not would take it for a challenge of another kind.
  if (error === "invalid_client" && c.req.header("Authorization") !== undefined)
    c.header("WWW-Authenticate", 'Basic realm="Latchkey"');
  return c.json({ error, error_description: why ?? description }, status);
}

/** Answers a request that brings no token: RFC 6750 3.1 wants no error named in the header then. */
export function withoutToken(c: Context<House>): Response {
  c.header("WWW-Authenticate", 'Bearer realm="Latchkey"');
  return c.json({ error: "invalid_token", error_description: "There is no access token in the request." }, 401);
}
