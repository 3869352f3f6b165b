import { base64url } from "jose";
import { expect } from "vitest";
import type { Person } from "./person.ts";
import type { Service, TestAnswer } from "./service.ts";

const encoder = new TextEncoder();

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", encoder.encode(text));
  return base64url.encode(new Uint8Array(digest));
}

/** The setting OIDC_CLIENTS of the tests: a public site and one with a secret. */
export const clientSecret = "the secret of the shop, of the tests alone";
export const callback = "https://shop.example/callback";
export const siteSettings = async (): Promise<Record<string, string>> => ({
  OIDC_CLIENTS: JSON.stringify([
    {
      id: "shop",
      name: "The shop",
      redirectUris: [callback, "http://127.0.0.1/callback"],
      signOutUris: ["https://shop.example/bye"],
    },
    { id: "bank", name: "The bank", redirectUris: ["https://bank.example/in"], secretHash: await sha256(clientSecret) },
  ]),
});

/** What a site sends a browser to, or exchanges a code with. A value of undefined leaves the parameter out. */
export type Parameters = Record<string, string | undefined>;

const verifier = "v".repeat(43);

/** A request to sign in to the shop, with what a test has otherwise. */
export async function authorizePath(changed: Parameters = {}): Promise<string> {
  return `/oidc/authorize?${parameters({
    client_id: "shop",
    redirect_uri: callback,
    response_type: "code",
    scope: "openid email",
    state: "the state",
    nonce: "the nonce",
    code_challenge: await sha256(verifier),
    code_challenge_method: "S256",
    ...changed,
  })}`;
}

/** Follows such a request with a person's browser, or nobody's; answers where it leads. */
export async function authorizeAs(
  who: Person | Service,
  changed: Parameters = {},
): Promise<{ status: number; to: URL; answer: Record<string, string> }> {
  return goTo(who, await authorizePath(changed));
}

/** Opens a path of the service as a browser does. */
export async function goTo(who: Person | Service, path: string) {
  const service = "service" in who ? who.service : who;
  const headers = { "Latchkey-Session": "", ...("service" in who && { Cookie: `__Host-latchkey=${who.token}` }) };
  const { status, headers: answered } = await service.get(path, { headers });
  const to = new URL(answered.get("Location") ?? "about:blank", service.origin);
  return { status, to, answer: Object.fromEntries(to.searchParams) };
}

/** A code that the shop gets for somebody who is signed in. */
export async function codeFor(person: Person, changed: Parameters = {}): Promise<string> {
  const { status, answer } = await authorizeAs(person, changed);
  expect([status, answer.error]).toEqual([302, undefined]);
  return answer.code ?? "";
}

/** Exchanges a code as the shop's server does. */
export function exchange(
  service: Service,
  code: string,
  changed: Parameters = {},
  headers: Record<string, string> = {},
): Promise<TestAnswer> {
  const form = { grant_type: "authorization_code", client_id: "shop", redirect_uri: callback, code_verifier: verifier };
  return service.post("/oidc/token", `${parameters({ ...form, code, ...changed })}`, {
    headers: { "Latchkey-Session": "", "Content-Type": "application/x-www-form-urlencoded", ...headers },
  });
}

/** What an access token opens. */
export function userInfo(service: Service, token: string): Promise<TestAnswer> {
  return service.get("/oidc/userinfo", { headers: { "Latchkey-Session": "", Authorization: `Bearer ${token}` } });
}

function parameters(all: Parameters): URLSearchParams {
  return new URLSearchParams(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
