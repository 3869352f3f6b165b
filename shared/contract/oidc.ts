import * as v from "valibot";
import { clientId, redirectUriLimit } from "./oidc-client.ts";
import { timestamp } from "./timestamp.ts";

/** Longest text of a site's own that is carried along, such as `state`. */
const carriedLimit = 4000;

const carried = v.pipe(v.string(), v.maxLength(carriedLimit));

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
  code_challenge: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{43}$/))),
  code_challenge_method: v.optional(v.literal("S256")),
  max_age: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))),
  prompt: v.optional(v.string()),
  response_mode: v.optional(v.literal("query")),
  id_token_hint: v.optional(carried),
  acr_values: v.optional(v.pipe(v.string(), v.maxLength(200))),
  claims: v.optional(carried),
});
export type AuthorizeQuery = v.InferOutput<typeof authorizeQuery>;

/** What a code is exchanged with. The client and its secret come as well, in the body or the header. */
export const exchangeForm = v.object({
  code: v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/)),
  redirect_uri: v.pipe(v.string(), v.maxLength(redirectUriLimit)),
  code_verifier: v.optional(v.pipe(v.string(), v.regex(/^[\w.~-]{43,128}$/))),
});

/** What a code gives (RFC 6749 5.1, OpenID Connect Core 3.1.3.3). */
export const exchangeAnswer = v.object({
  access_token: v.string(),
  token_type: v.literal("Bearer"),
  /** Seconds. */
  expires_in: v.number(),
  /** For clients that are given them. */
  refresh_token: v.optional(v.string()),
  scope: v.string(),
  id_token: v.string(),
});
export type ExchangeAnswer = v.InferOutput<typeof exchangeAnswer>;

/** What a pushed request gives (RFC 9126 2.2). */
export const pushedAnswer = v.object({
  request_uri: v.string(),
  /** Seconds. */
  expires_in: v.number(),
});
export type PushedAnswer = v.InferOutput<typeof pushedAnswer>;

/** What a refresh token is exchanged by. */
export const refreshForm = v.object({
  refresh_token: v.pipe(v.string(), v.maxLength(300)),
  scope: v.optional(v.pipe(v.string(), v.maxLength(1000))),
});

/** What a token is revoked by, or asked after (RFC 7009 2.1, RFC 7662 2.1); what kind it is can be seen. */
export const tokenForm = v.object({ token: v.pipe(v.string(), v.minLength(1), v.maxLength(4000)) });

/** What there is to say of a token (RFC 7662 2.2). */
export type Introspection =
  | { active: false }
  | {
      active: true;
      scope: string;
      client_id: string;
      sub: string;
      iss: string;
      exp: number;
      token_type?: "Bearer";
    };

/** How the endpoints for sites say what is wrong (RFC 6749 5.2, RFC 6750 3.1). */
export const oauthProblem = v.object({ error: v.string(), error_description: v.string() });

/** Who somebody is, for a site (OpenID Connect Core 5.3.2). */
export const userInfo = v.object({
  sub: v.string(),
  name: v.optional(v.string()),
  preferred_username: v.optional(v.string()),
  locale: v.optional(v.string()),
  /** Seconds since 1970. */
  updated_at: v.optional(v.number()),
  email: v.optional(v.string()),
  email_verified: v.optional(v.boolean()),
});
export type UserInfo = v.InferOutput<typeof userInfo>;

/** A site that somebody has signed in to. */
export const connectedApp = v.object({
  clientId,
  name: v.string(),
  /** What it was last allowed to know. */
  scopes: v.array(v.string()),
  firstUsedAt: timestamp,
  lastUsedAt: timestamp,
});
export type ConnectedApp = v.InferOutput<typeof connectedApp>;

/** What a site may ask to know, in the order in which people read it. */
export const appScopes = ["openid", "profile", "email", "offline_access"] as const;
export type AppScope = (typeof appScopes)[number];

/** What somebody lets a site know. */
export const allowedApp = v.object({
  scopes: v.pipe(v.array(v.picklist(appScopes)), v.minLength(1), v.maxLength(appScopes.length)),
});

export const connectedApps = v.object({ apps: v.array(connectedApp) });

/** Which site is meant: by its client, or by the page that it wants people sent back to. */
export const siteQuery = v.union([
  v.object({ client_id: clientId }),
  v.object({ return_to: v.pipe(v.string(), v.minLength(1), v.maxLength(redirectUriLimit)) }),
]);

/** A site that people sign in to; `returnTo` where they go on to a page of it, as a browser writes the address. */
export const site = v.object({ name: v.string(), returnTo: v.nullable(v.string()), logoUri: v.optional(v.string()) });
export type Site = v.InferOutput<typeof site>;
