import { env } from "cloudflare:test";
import type { JWTPayload } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { assertionOf, drawClientKey, KeyAddress, keySet, provedBy } from "../../../support/client-keys.ts";
import { operatorWith } from "../../../support/operator.ts";
import { Person } from "../../../support/person.ts";
import { Service } from "../../../support/service.ts";
import { codeFor, exchange, siteSettings } from "../../../support/site.ts";

const service = new Service(await siteSettings());
const redirect_uri = "https://news.example/in";
const site = { name: "Newsletter", redirectUris: [redirect_uri], confidential: true };
const key = await drawClientKey();
let person: Person;

beforeAll(async () => {
  person = await Person.signUp(service);
});

async function register(wish: object) {
  const operator = await operatorWith(service, ["clients"]);
  const { status, body } = await service.post("/v1/admin/clients", { ...site, ...wish }, operator);
  return { status, body, id: body.client?.id as string, operator, path: `/v1/admin/clients/${body.client?.id}` };
}

async function exchangeBy(clientId: string, proof: Record<string, string | undefined>) {
  const code = await codeFor(person, { client_id: clientId, redirect_uri });
  return exchange(service, code, { client_id: undefined, redirect_uri, ...proof });
}

describe("a client with keys", () => {
  it("gets no secret, and is listed with its public keys", async () => {
    const { status, body } = await register({ jwks: { keys: [key.jwk] } });
    expect([status, body.secret]).toEqual([201, undefined]);
    expect(body.client).toMatchObject({
      confidential: true,
      pkce: "optional",
      jwks: { keys: [key.jwk] },
      jwksUri: null,
    });
  });

  it.each(["ES256", "RS256", "PS256"])("proves itself by a key of %s", async (alg) => {
    const own = await drawClientKey(alg);
    const { id } = await register({ jwks: { keys: [key.jwk, own.jwk] } });
    const { status, body } = await exchangeBy(id, await provedBy(service, id, own));
    expect([status, body.token_type]).toEqual([200, "Bearer"]);
  });

  it("revokes and introspects by one too", async () => {
    const { id } = await register({ jwks: { keys: [key.jwk] } });
    const token = (await exchangeBy(id, await provedBy(service, id, key))).body.access_token as string;
    const call = async (path: string) => {
      const form = { token, ...(await provedBy(service, id, key, { aud: `${service.origin}${path}` })) };
      const headers = { "Latchkey-Session": "", "Content-Type": "application/x-www-form-urlencoded" };
      return service.post(path, `${new URLSearchParams(form)}`, { headers });
    };
    expect((await call("/oidc/introspect")).body.active).toBe(true);
    expect((await call("/oidc/revoke")).status).toBe(200);
    expect((await call("/oidc/introspect")).body).toEqual({ active: false });
  });

  it("is not proved without one, by a secret, or by both at once", async () => {
    const { id } = await register({ jwks: { keys: [key.jwk] } });
    const proof = await provedBy(service, id, key);
    const refused = async (sent: Record<string, string | undefined>) => (await exchangeBy(id, sent)).body;
    expect(await refused({ client_id: id })).toMatchObject({ error: "invalid_client", error_description: /assertion/ });
    expect((await refused({ client_id: id, client_secret: "guess" })).error).toBe("invalid_client");
    expect((await refused({ ...proof, client_secret: "guess", client_id: id })).error).toBe("invalid_request");
    expect((await refused({ ...proof, client_id: "shop" })).error).toBe("invalid_request");
    expect((await refused({ ...proof, client_assertion_type: "saml" })).error).toBe("invalid_request");
    expect((await refused({ ...proof, client_assertion: "a.b.c" })).error).toBe("invalid_client");
    expect((await refused(proof)).error).toBeUndefined();
  });

  it.each<[string, (origin: string, second: number, id: string) => JWTPayload, RegExp]>([
    ["for another service", () => ({ aud: "https://other.example" }), /aud/],
    ["for another service too", (origin) => ({ aud: [origin, "https://other.example"] }), /aud/],
    ["of another client", () => ({ iss: "shop" }), /iss and sub/],
    ["that has expired", (_, second) => ({ exp: second - 61 }), /expired/],
    ["that expires tomorrow", (_, second) => ({ exp: second + 86_400 }), /hour/],
    ["of a time to come", (_, second) => ({ iat: second + 120 }), /time to come/],
    ["that counts only later", (_, second) => ({ nbf: second + 120 }), /time to come/],
    ["without an id", () => ({ jti: undefined }), /jti/],
    ["without an end", () => ({ exp: undefined }), /exp/],
  ])("is not proved by an assertion %s", async (_, changed, why) => {
    const { id } = await register({ jwks: { keys: [key.jwk] } });
    const claims = changed(service.origin, Math.floor(service.now / 1000), id);
    const { status, body } = await exchangeBy(id, await provedBy(service, id, key, claims));
    expect([status, body.error]).toEqual([401, "invalid_client"]);
    expect(body.error_description).toMatch(why);
  });

  it("is not proved by the key of another, or by an altered assertion", async () => {
    const { id } = await register({ jwks: { keys: [key.jwk] } });
    const stranger = await drawClientKey("ES256", key.kid);
    const [head, , signature] = (await assertionOf(service, id, key)).split(".");
    const [, claims] = (await assertionOf(service, id, key, { jti: "another" })).split(".");
    const altered = { ...(await provedBy(service, id, key)), client_assertion: `${head}.${claims}.${signature}` };
    for (const proof of [await provedBy(service, id, stranger), altered]) {
      expect((await exchangeBy(id, proof)).body.error_description).toMatch(/not signed/);
    }
  });

  it("uses each assertion once: of eight at the same moment one counts", async () => {
    const { id } = await register({ jwks: { keys: [key.jwk] } });
    const proof = await provedBy(service, id, key);
    const form = `${new URLSearchParams({ token: "x", ...proof })}`;
    const headers = { "Latchkey-Session": "", "Content-Type": "application/x-www-form-urlencoded" };
    const statuses = await Promise.all(
      Array.from({ length: 8 }, async () => (await service.post("/oidc/revoke", form, { headers })).status),
    );
    expect(statuses.toSorted()).toEqual([200, ...Array(7).fill(401)]);
    const again = await service.post("/oidc/revoke", form, { headers });
    expect(again.body.error_description).toMatch(/already/);
    service.pass(4000);
    await service.runSchedule();
    const { results } = await env.DB.prepare("SELECT hash FROM oidc_assertions").all();
    expect(results).toEqual([]);
  });

  it("moves from a secret to keys, and keeps something to prove itself by", async () => {
    const { id, body, operator, path } = await register({});
    expect((await service.patch(path, { jwks: { keys: [key.jwk] } }, operator)).status).toBe(200);
    expect((await exchangeBy(id, { client_id: id, client_secret: body.secret })).status).toBe(200);
    expect((await exchangeBy(id, await provedBy(service, id, key))).status).toBe(200);
    const own = await register({ jwks: { keys: [key.jwk] } });
    const without = await service.patch(own.path, { jwks: null }, own.operator);
    expect(without.body.fields).toEqual([
      { path: "jwks", message: "expected keys, because this client has no secret" },
    ]);
    const open = await register({ confidential: false });
    expect((await service.patch(open.path, { jwks: { keys: [key.jwk] } }, open.operator)).body.code).toBe(
      "invalid_request",
    );
  });

  it.each<[string, object]>([
    ["a private key", { jwks: { keys: [{ ...key.jwk, d: "A".repeat(43) }] } }],
    ["a short RSA key", { jwks: { keys: [{ kty: "RSA", n: "A".repeat(171), e: "AQAB" }] } }],
    ["keys at two places", { jwks: { keys: [key.jwk] }, jwksUri: "https://news.example/jwks" }],
    ["an address that is none", { jwksUri: "news.example" }],
    ["an address of ours", { jwksUri: "http://localhost:8787/.well-known/jwks.json" }],
    ["keys of an app", { confidential: false, jwks: { keys: [key.jwk] } }],
    ["no key", { jwks: { keys: [] } }],
  ])("is not registered with %s", async (_, wish) => {
    const { status, body } = await register(wish);
    expect([status, body.code]).toEqual([400, "invalid_request"]);
  });
});

describe("a client that publishes its keys", () => {
  it("is proved by them, asked for once in ten minutes, and anew for a key that is not there", async () => {
    const address = new KeyAddress();
    const { id } = await register({ jwksUri: address.url });
    const next = await drawClientKey("RS256");
    await address.answers(keySet({ kty: "OKP", crv: "X" }, key.jwk), keySet(next.jwk));
    const works = async (by: typeof key) => (await exchangeBy(id, await provedBy(service, id, by))).status === 200;
    expect([await works(key), await works(key), await address.asked()]).toEqual([true, true, 1]);
    expect([await works(next), await address.asked()]).toEqual([false, 1]);
    service.pass(61);
    expect([await works(next), await address.asked()]).toEqual([true, 2]);
    expect(await works(key)).toBe(false);
  });

  it.each([
    ["does not answer", { status: 500 }],
    ["does not answer", { status: 302, location: "https://news.example/jwks" }],
    ["does not return a key set", { status: 200, text: "<html>" }],
    ["does not return a key set", { status: 200, text: JSON.stringify({ keys: [], filler: "x".repeat(70_000) }) }],
  ])("is told that its address %s", async (why, answer) => {
    const address = new KeyAddress();
    const { id } = await register({ jwksUri: address.url });
    await address.answers(answer);
    for (const _ of [1, 2]) {
      const { body } = await exchangeBy(id, await provedBy(service, id, key));
      expect(body).toEqual({ error: "invalid_client", error_description: `The jwksUri of this client ${why}.` });
    }
    expect(await address.asked()).toBe(1);
  });
});
