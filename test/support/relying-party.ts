import { expect } from "vitest";
import { serverCalled } from "./check-token.ts";
import type { Person } from "./person.ts";
import type { Service } from "./service.ts";
import { clientSecret, codeFor, exchange, type Parameters } from "./site.ts";

/** A client as the conformance suite registers one: with a secret, and without PKCE. */
export const suiteClient: Parameters = {
  client_id: "bank",
  redirect_uri: "https://bank.example/in",
  code_challenge: undefined,
  code_challenge_method: undefined,
};

/** Exchanges a code as that client does, by client_secret_basic. */
export async function exchangeBySecret(service: Service, code: string, changed: Parameters = {}) {
  const form = { client_id: undefined, redirect_uri: suiteClient.redirect_uri, code_verifier: undefined, ...changed };
  return exchange(service, code, form, { Authorization: `Basic ${btoa(`bank:${encodeURIComponent(clientSecret)}`)}` });
}

/** A whole sign-in of that client: its tokens, and the claims of an ID token that holds. */
export async function signInBySecret(person: Person, changed: Parameters = {}) {
  return tokensFor(person, await codeFor(person, { ...suiteClient, ...changed }));
}

/** The same from a code on. */
export async function tokensFor({ service }: Person, code: string) {
  const { status, body } = await exchangeBySecret(service, code);
  expect([status, body.error]).toEqual([200, undefined]);
  return { ...body, claims: await serverCalled("bank", service)(body.id_token) };
}
