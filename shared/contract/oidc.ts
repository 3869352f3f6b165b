import * as v from "valibot";
import { isLoopback } from "../loopback.ts";
import { timestamp } from "./timestamp.ts";

/** Longest address of a site that people are sent back to, in code units. */
export const redirectUriLimit = 1000;

/** Longest text of a site's own that is carried along, such as `state`. */
const carriedLimit = 4000;

const carried = v.pipe(v.string(), v.maxLength(carriedLimit));

/** The name that a site is registered under. */
export const clientId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w.-]{0,63}$/));

/**
 * Whether people may be sent to an address at all: written as a browser writes it, so that what is compared is what is
 * used, and https, or http on the person's own machine, or an app's own scheme (RFC 8252 7.1), never `javascript:`.
 */
export function isRedirectUri(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.href !== text || text.includes("#") || url.username !== "" || url.password !== "")
    return false;
  if (url.protocol === "http:") return isLoopback(url.hostname);
  return url.protocol === "https:" || /^[a-z][a-z\d+-]*(\.[a-z\d+-]+)+:$/.test(url.protocol);
}

/** An address that a site may have people sent to. */
export const redirectUri = v.pipe(
  v.string(),
  v.maxLength(redirectUriLimit),
  v.check(
    isRedirectUri,
    "must be https (or http on 127.0.0.1, or an app's own scheme), without a fragment, written as a browser does",
  ),
);

/** What people read of a site. */
export const clientName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));

/** Addresses of one site. */
const addresses = v.pipe(v.array(redirectUri), v.maxLength(20));

/** A site to register; `confidential` where its server can keep a secret. */
export const newClientBody = v.object({
  name: clientName,
  redirectUris: v.pipe(addresses, v.minLength(1)),
  signOutUris: v.optional(addresses, []),
  confidential: v.boolean(),
});

/** A registered site, as an operator sees it. */
export const registeredClient = v.object({
  id: clientId,
  name: v.string(),
  redirectUris: v.array(v.string()),
  signOutUris: v.array(v.string()),
  confidential: v.boolean(),
  /** null for one of the settings, which are changed there. */
  createdAt: v.nullable(timestamp),
});
export type RegisteredClient = v.InferOutput<typeof registeredClient>;

export const clientList = v.object({ clients: v.array(registeredClient) });

/** A site that was registered just now; its secret is shown this once. */
export const newClientAnswer = v.object({ client: registeredClient, secret: v.optional(v.string()) });
export type NewClientAnswer = v.InferOutput<typeof newClientAnswer>;

/** What has to be right before anything is sent to a site: who it is, and where its answer goes. */
export const authorizeTarget = v.object({
  client_id: clientId,
  redirect_uri: v.pipe(v.string(), v.maxLength(redirectUriLimit)),
});

/** The rest of an authorization request (OpenID Connect Core 3.1.2.1); parameters that are not here are ignored, as it says. */
export const authorizeQuery = v.object({
  response_type: v.literal("code"),
  scope: v.pipe(v.string(), v.maxLength(1000)),
  state: v.optional(carried),
  nonce: v.optional(carried),
  // RFC 7636, and S256 alone: 43 characters of base64url are 256 bits.
  code_challenge: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  code_challenge_method: v.literal("S256"),
  max_age: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))),
  prompt: v.optional(v.string()),
  response_mode: v.optional(v.literal("query")),
});
export type AuthorizeQuery = v.InferOutput<typeof authorizeQuery>;

/** What a code is exchanged by; beside it stand the client and its secret, in the body or the header. */
export const exchangeForm = v.object({
  code: v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/)),
  redirect_uri: v.pipe(v.string(), v.maxLength(redirectUriLimit)),
  code_verifier: v.pipe(v.string(), v.regex(/^[\w.~-]{43,128}$/)),
});

/** What a code gives (RFC 6749 5.1, OpenID Connect Core 3.1.3.3). */
export const exchangeAnswer = v.object({
  access_token: v.string(),
  token_type: v.literal("Bearer"),
  /** Seconds. */
  expires_in: v.number(),
  scope: v.string(),
  id_token: v.string(),
});
export type ExchangeAnswer = v.InferOutput<typeof exchangeAnswer>;

/** How the endpoints for sites say what is wrong (RFC 6749 5.2, RFC 6750 3.1). */
export const oauthProblem = v.object({ error: v.string(), error_description: v.string() });

/** Who somebody is, for a site (OpenID Connect Core 5.3.2). */
export const userInfo = v.object({
  sub: v.string(),
  email: v.optional(v.string()),
  email_verified: v.optional(v.boolean()),
});
export type UserInfo = v.InferOutput<typeof userInfo>;

/** Which site is meant: by its client, or by the page that it wants people sent back to. */
export const siteQuery = v.union([
  v.object({ client_id: clientId }),
  v.object({ return_to: v.pipe(v.string(), v.minLength(1), v.maxLength(redirectUriLimit)) }),
]);

/** A site that people sign in to; `returnTo` where they go on to a page of it, as a browser writes the address. */
export const site = v.object({ name: v.string(), returnTo: v.nullable(v.string()) });
export type Site = v.InferOutput<typeof site>;
