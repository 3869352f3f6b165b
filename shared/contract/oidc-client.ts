import * as v from "valibot";
import { isLoopback } from "../loopback.ts";
import { parseAddress } from "../parse-address.ts";
import { clientKeys, serverAddress } from "./client-key.ts";
import { timestamp } from "./timestamp.ts";

/** Longest address of a site that people are sent back to, in code units. */
export const redirectUriLimit = 1000;

/** The name that a site is registered under. */
export const clientId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w.-]{0,63}$/));

/** Why people cannot be sent to an address, as a developer reads it after "must be"; null where they can. */
export function redirectUriProblem(text: string): string | null {
  const url = parseAddress(text);
  if (text.includes("*")) return "an address without `*`, since addresses are compared letter for letter";
  if (url === null) return "a whole address, such as https://shop.example.com/callback";
  if (url.username !== "" || url.password !== "") return "an address without a user name or a password";
  if (text.includes("#")) return "an address without a fragment";
  if (url.protocol === "http:") {
    if (!isLoopback(url.hostname)) return "https, or http on the person's own machine (127.0.0.1, [::1], localhost)";
  } else if (url.protocol !== "https:" && !/^[a-z][a-z\d+-]*(\.[a-z\d+-]+)+:$/.test(url.protocol)) {
    return "https, or an app's own scheme with a dot in it, such as com.example.app:/callback";
  }
  return url.href === text ? null : `written as a browser does: ${url.href}`;
}

/**
 * Whether people may be sent to an address at all: written as a browser writes it, so that what is compared is what is
 * used, and https, or http on the person's own machine, or an app's own scheme (RFC 8252 7.1), never `javascript:`.
 */
export function isRedirectUri(text: string): boolean {
  return redirectUriProblem(text) === null;
}

/** An address that a site may have people sent to. */
export const redirectUri = v.pipe(
  v.string(),
  v.maxLength(redirectUriLimit),
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? redirectUriProblem(dataset.value) : null;
    if (problem !== null) addIssue({ expected: problem, message: `must be ${problem}` });
  }),
);

/** What people read of a site. */
export const clientName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));

/** Addresses of one site. */
const addresses = v.pipe(v.array(redirectUri), v.maxLength(20));

/** The origin of a page, as a browser writes it. */
const pageOrigin = v.pipe(
  v.string(),
  v.maxLength(300),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || (/^https?:/.test(dataset.value) && parseAddress(dataset.value)?.origin === dataset.value))
      return;
    const expected = "an origin as a browser writes it, such as https://shop.example.com, without a path or a slash";
    addIssue({ expected, message: `must be ${expected}` });
  }),
);

/** A picture of 6 KB at most, as a PNG, JPEG or WebP; no SVG, which can hold more than a picture. */
const picture = v.pipe(
  v.string(),
  v.maxLength(8192),
  v.regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/, "must be a data address of a PNG, JPEG or WebP"),
);

/** What each site may have otherwise than the others. */
export const clientOptions = {
  /**
   * Whether every request to sign in has to bring PKCE (RFC 7636). Without a secret it is always required; with one it is
   * optional if nothing is said, and checked wherever it is sent.
   */
  pkce: v.optional(v.picklist(["required", "optional"])),
  /** The algorithm of its ID tokens; RS256 is what clients expect that are told nothing (OpenID Connect Discovery 3). */
  idTokenSignedResponseAlg: v.optional(v.picklist(["RS256", "ES256"]), "RS256"),
  /**
   * Whether each sign-in gives it a refresh token. It ends with the session of the sign-in; with `offline_access` it
   * outlives a plain sign-out, and nothing else.
   */
  refreshTokens: v.optional(v.boolean(), false),
  /** How long a refresh token can stay unused; the next one starts again. */
  refreshTokenDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)), 30),
  /** How long its access tokens live. */
  accessTokenSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(60), v.maxValue(86_400)), 600),
  /** Public keys by which it proves itself instead of by a secret (RFC 7523, `private_key_jwt`). */
  jwks: v.optional(v.nullable(clientKeys), null),
  /** Where it publishes them, so that it can change them by itself; one of the two at most. */
  jwksUri: v.optional(v.nullable(serverAddress), null),
  /**
   * Whether it belongs to those who run the service. A site of anybody else's asks the person what it may know, and they can
   * take it back.
   */
  ours: v.optional(v.boolean(), true),
  /** A small picture of it for that page, in a data address: our pages load nothing from elsewhere. */
  logoUri: v.optional(v.nullable(picture), null),
  /** Where its server is told that a session has ended (OpenID Connect Back-Channel Logout). */
  backChannelLogoutUri: v.optional(v.nullable(serverAddress), null),
  /** Whether its requests to sign in have to be pushed (RFC 9126). */
  requirePushedAuthorizationRequests: v.optional(v.boolean(), false),
  /** Origins of its pages that may call the token endpoint, `userinfo` and revocation from the browser. */
  origins: v.optional(v.pipe(v.array(pageOrigin), v.maxLength(20)), []),
};

/** The options of a site, as they are stored. */
export const storedOptions = v.object(clientOptions);
export type OidcClientOptions = v.InferOutput<typeof storedOptions>;

/** A site to register; `confidential` where its server can keep a secret or a key. It gets a secret if it names no keys. */
export const newClientBody = v.object({
  name: clientName,
  redirectUris: v.pipe(addresses, v.minLength(1)),
  signOutUris: v.optional(addresses, []),
  confidential: v.boolean(),
  ...clientOptions,
});

/** What of a site to change; what is not there stays as it is. */
export const changeClientBody = v.partial(
  v.object({
    name: clientName,
    redirectUris: v.pipe(addresses, v.minLength(1)),
    signOutUris: addresses,
    pkce: v.picklist(["required", "optional"]),
    idTokenSignedResponseAlg: v.picklist(["RS256", "ES256"]),
    refreshTokens: v.boolean(),
    refreshTokenDays: clientOptions.refreshTokenDays.wrapped,
    accessTokenSeconds: clientOptions.accessTokenSeconds.wrapped,
    origins: clientOptions.origins.wrapped,
    jwks: clientOptions.jwks.wrapped,
    jwksUri: clientOptions.jwksUri.wrapped,
    ours: v.boolean(),
    logoUri: clientOptions.logoUri.wrapped,
    backChannelLogoutUri: clientOptions.backChannelLogoutUri.wrapped,
    requirePushedAuthorizationRequests: v.boolean(),
  }),
);

/** For how many hours the secret before goes on. */
export const newSecretBody = v.object({
  previousForHours: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(720)), 24),
});

/** A registered site, as an operator sees it. */
export const registeredClient = v.object({
  id: clientId,
  name: v.string(),
  redirectUris: v.array(v.string()),
  signOutUris: v.array(v.string()),
  confidential: v.boolean(),
  pkce: v.picklist(["required", "optional"]),
  idTokenSignedResponseAlg: v.picklist(["RS256", "ES256"]),
  origins: v.array(v.string()),
  refreshTokens: v.boolean(),
  refreshTokenDays: v.number(),
  accessTokenSeconds: v.number(),
  jwks: v.nullable(clientKeys),
  jwksUri: v.nullable(v.string()),
  backChannelLogoutUri: v.nullable(v.string()),
  ours: v.boolean(),
  logoUri: v.nullable(v.string()),
  requirePushedAuthorizationRequests: v.boolean(),
  /** null for one of the settings, which are changed there. */
  createdAt: v.nullable(timestamp),
});
export type RegisteredClient = v.InferOutput<typeof registeredClient>;

/** A site that was changed. */
export const changedClient = v.object({ client: registeredClient });

export const clientList = v.object({ clients: v.array(registeredClient) });

/** A site that was registered just now; its secret is shown this once. */
export const newClientAnswer = v.object({ client: registeredClient, secret: v.optional(v.string()) });
export type NewClientAnswer = v.InferOutput<typeof newClientAnswer>;
