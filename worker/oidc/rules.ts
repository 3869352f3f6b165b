import { appScopes } from "../../shared/contract/oidc.ts";
import { isRedirectUri, type OidcClientOptions } from "../../shared/contract/oidc-client.ts";
import type { CurrentSession } from "../session/rules.ts";

/** How long a code waits to be exchanged. RFC 6749 4.1.2 allows ten minutes; a site needs a second. */
export const codeLifetimeSeconds = 60;

/** How long a code is still known after it expired, so that one that comes again is recognized. */
export const codeKnownSeconds = 600;

/** How long an ID token is good: it is read once, when it arrives. */
export const idTokenLifetimeSeconds = 600;

/** How long somebody may take to prove themselves anew, once a site asked for it: a reset by e-mail is a way too. */
export const askedLifetimeMinutes = 30;

/** How long the way back from our page takes at most, on a slow line. */
const comeBackSeconds = 60;

/** How long a browser has to bring a request that was pushed. RFC 9126 2.2 proposes 5 to 600 seconds. */
export const pushedLifetimeSeconds = 90;

/** What a `request_uri` of a pushed request begins with (RFC 9126 2.2). */
export const requestUriPrefix = "urn:ietf:params:oauth:request_uri:";

/** How long a logout token is good: it is read once, when it arrives. Back-Channel Logout 2.4 asks for two minutes at most. */
export const logoutTokenSeconds = 120;

/** What a site may ask to know. */
export const scopes = appScopes;

/** What a site may ask to be shown. */
export const prompts = ["none", "login", "select_account", "consent"] as const;

/** A site that people may sign in to. */
export interface OidcClient {
  id: string;
  /** As people know it. */
  name: string;
  redirectUris: readonly string[];
  /** Where people may be sent after signing out. */
  signOutUris: readonly string[];
  /** Without a secret always required; with one, PKCE that is sent is checked all the same. */
  pkce: "required" | "optional";
  /** The algorithm of its ID tokens. */
  idTokenSignedResponseAlg: "RS256" | "ES256";
  /** Whether it is given refresh tokens, for how many days each waits, and for how many seconds its access tokens live. */
  refreshTokens: boolean;
  refreshTokenDays: number;
  accessTokenSeconds: number;
  /** Origins of its pages that may call the endpoints for sites. */
  origins: readonly string[];
  /** Keys by which it proves itself, or where it publishes them; null where it has none. */
  jwks: OidcClientOptions["jwks"];
  jwksUri: string | null;
  /** Whether it belongs to those who run the service: the others ask the person what they may know. */
  ours: boolean;
  /** A small picture of it, as a data address; null where it has none. */
  logoUri: string | null;
  /** Where it is told that a session has ended; null where it does not want to be. */
  backChannelLogoutUri: string | null;
  /** Whether it has to send its requests to sign in ahead (RFC 9126). */
  requirePushedAuthorizationRequests: boolean;
  /** SHA-256 of its secret, in base64url; null for one that has none, such as an app. */
  secretHash: string | null;
  /** The secret before it, which goes on until a moment in milliseconds since 1970. */
  earlierSecret: { hash: string; until: number } | null;
}

/** A site with what its options say, or with what holds where they say nothing. */
export function withOptions(client: Omit<OidcClient, keyof OidcClientOptions>, options: OidcClientOptions): OidcClient {
  const all = { ...client, ...options };
  return { ...all, pkce: isConfidential(all) ? (options.pkce ?? "optional") : "required" };
}

/** Whether a site proves itself, by a secret or a key; an app on people's devices cannot. */
export function isConfidential({
  secretHash,
  jwks,
  jwksUri,
}: Pick<OidcClient, "secretHash" | "jwks" | "jwksUri">): boolean {
  return secretHash !== null || jwks !== null || jwksUri !== null;
}

/**
 * Whether a site has registered an address: letter for letter, but for the port of a loopback address, which an app on
 * the person's machine cannot know before (RFC 8252 7.3).
 */
export function isRegistered(uri: string, registered: readonly string[]): boolean {
  if (registered.includes(uri)) return true;
  const any = onAnyPort(uri);
  return any !== null && registered.some((each) => onAnyPort(each) === any);
}

/**
 * Whether somebody is asked at each sign-in: an app on their device that cannot prove who it is, behind an address that any
 * other program there could answer at too (RFC 8252 8.6).
 */
export function asksEachTime(client: OidcClient, redirectUri: string): boolean {
  return !isConfidential(client) && new URL(redirectUri).protocol !== "https:";
}

function onAnyPort(uri: string): string | null {
  if (!isRedirectUri(uri)) return null;
  const url = new URL(uri);
  if (url.protocol !== "http:" || !/^(127\.0\.0\.1|\[::1\])$/.test(url.hostname)) return null;
  url.port = "";
  return url.href;
}

/** What a request to sign in to a site says, beside where its answer goes. */
export interface Wish {
  prompt: readonly string[];
  /** Seconds; undefined where any sign-in will do. */
  maxAge: number | undefined;
}

/** What `prompt` lists; null where it asks for what there is not, or for nothing and something at once. */
export function readPrompt(text: string | undefined): string[] | null {
  const wanted = (text ?? "").split(" ").filter((word) => word !== "");
  const isKnown = wanted.every((word) => prompts.some((prompt) => prompt === word));
  return !isKnown || (wanted.includes("none") && wanted.length > 1) ? null : wanted;
}

/**
 * Since when somebody has to have proved who they are, 0 where it does not matter; `askedAt` is when this request made us
 * ask them. Even then the proof may be no older than it takes to come back, so that the request is not good for another.
 */
export function provedSince({ prompt, maxAge }: Wish, askedAt: number | null, now: number): number {
  const isAsked = prompt.includes("login") || prompt.includes("select_account");
  if (!isAsked && maxAge === undefined) return 0;
  if (askedAt !== null) return Math.max(askedAt, now - Math.max(maxAge ?? 0, comeBackSeconds) * 1000);
  return isAsked || maxAge === undefined ? Number.POSITIVE_INFINITY : now - maxAge * 1000;
}

/**
 * Whether a session proved all that its account asks for since a moment: with two-factor on that is the second step, so
 * that a browser that skips it is asked for it where a site wants a fresh proof.
 */
export function isProvedSince(session: CurrentSession, since: number): boolean {
  if (since === 0) return true;
  const secondFactorAt = session.secondFactorAt ?? 0;
  return session.authenticatedAt >= since && (!session.twoFactorOn || secondFactorAt >= since);
}

/** The scopes of a request that there are, in a fixed order; null without `openid`, by which it is one of OpenID Connect. */
export function readScope(text: string, { refreshTokens }: Pick<OidcClient, "refreshTokens">): string | null {
  const wanted = text.split(" ");
  const known = scopes.filter((scope) => scope !== "offline_access" || refreshTokens);
  return wanted.includes("openid") ? known.filter((scope) => wanted.includes(scope)).join(" ") : null;
}
