import { env } from "cloudflare:test";
import { decodeProtectedHeader } from "jose";
import { afterEach, describe, expect, it, vi } from "vitest";
import { systemRandom } from "../../../worker/crypto/random.ts";
import { readSealKeys } from "../../../worker/environment.ts";
import { countSealedKeys, resealSigningKeys } from "../../../worker/signing-key/reseal.ts";
import { serverCalled } from "../../support/check-token.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const hours = 60 * 60;
const day = 24 * hours;
const aud = "example-api";

afterEach(() => env.DB.exec("DELETE FROM signing_keys"));

const tokenFor = async (person: Person): Promise<string> =>
  (await person.service.post("/v1/token", { aud }, person)).body.token;
const kidOf = (token: string) => decodeProtectedHeader(token).kid;
const published = async (service: Service, alg = "ES256"): Promise<string[]> =>
  (await service.get("/.well-known/jwks.json")).body.keys
    .filter((key: { alg: string }) => key.alg === alg)
    .map(({ kid }: { kid: string }) => kid);
const keyOf = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(32).map((_, at) => byte + at)));

describe("the published keys", () => {
  it("can be kept for five minutes by anyone, hold no private part, and are made when they are first asked for", async () => {
    const { status, headers, body } = await new Service().get("/.well-known/jwks.json");
    expect([status, headers.get("Cache-Control")]).toEqual([200, "public, max-age=300"]);
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    const members = body.keys.map((key: object) => Object.keys(key).sort().join(" "));
    expect(members.sort()).toEqual(["alg crv kid kty use x y", "alg e kid kty n use"]);
  });

  it("are one key, of however many requests that need the first one at once", async () => {
    const person = await Person.signUp(new Service());
    const tokens = await Promise.all(Array.from({ length: 8 }, () => tokenFor(person)));
    const sets = await Promise.all(Array.from({ length: 4 }, () => published(person.service)));
    expect(new Set(tokens.map(kidOf)).size).toBe(1);
    expect(new Set(sets.flat())).toEqual(new Set(tokens.map(kidOf)));
  });

  it("lie sealed in the database", async () => {
    await new Service().get("/.well-known/jwks.json");
    const row = await env.DB.prepare("SELECT * FROM signing_keys").first();
    expect(JSON.stringify(row)).not.toMatch(/"d"|"x"|"n"|kty/);
  });
});

describe("rotation", () => {
  it("publishes a key for a day before it signs, and the old one until all of its tokens have expired", async () => {
    const person = await Person.signUp(new Service());
    const { service } = person;
    const check = serverCalled(aud, service);
    const first = kidOf(await tokenFor(person));
    const begun = service.now;
    const comeBack = async () => {
      person.token = (await person.startSignIn()).body.session.token;
    };

    service.now = begun + 88 * day * 1000;
    await service.runSchedule();
    expect(await published(service)).toEqual([first]);
    const [firstRsa] = await published(service, "RS256");

    service.now = begun + 89 * day * 1000;
    await service.runSchedule();
    await Promise.all([service.runSchedule(), service.runSchedule()]);
    const both = await published(service);
    expect(both).toHaveLength(2);
    expect(both).toContain(first);
    expect(await published(service, "RS256"), "which was made later, and is not due yet").toEqual([firstRsa]);
    await comeBack();
    const second = both.find((kid) => kid !== first);
    service.pass(23.9 * hours);
    const last = await tokenFor(person);
    expect(kidOf(last)).toBe(first);

    service.pass(0.2 * hours);
    await service.runSchedule();
    const next = await tokenFor(person);
    expect(kidOf(next)).toBe(second);
    await check(next);
    await expect(
      check(last, service.now - 0.2 * hours * 1000),
      "the old key is still published",
    ).resolves.toBeDefined();

    service.pass(22 * hours);
    await service.runSchedule();
    expect(await published(service)).toContain(first);
    service.pass(2 * hours);
    await service.runSchedule();
    expect(await published(service)).toEqual([second]);

    service.pass(88 * day);
    await service.runSchedule();
    expect(await published(service, "RS256")).toHaveLength(2);
    service.pass(2 * day);
    await service.runSchedule();
    service.pass(day);
    await service.runSchedule();
    const rsa = await published(service, "RS256");
    expect(rsa).toHaveLength(1);
    expect(rsa).not.toContain(firstRsa);
  });

  it("does nothing where nobody has needed a key", async () => {
    const service = new Service();
    await service.runSchedule();
    expect(await env.DB.prepare("SELECT count(*) AS n FROM signing_keys").first("n")).toBe(0);
  });

  it("takes a new key at once where the old one's sealing key is lost, and says so in the log", async () => {
    const person = await Person.signUp(new Service());
    const lost = kidOf(await tokenFor(person));
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const service = new Service({ SEAL_KEYS: `other:${keyOf(90)}` });
    service.now = person.service.now;
    const ask = () => service.post("/v1/token", { aud }, person);
    const tokens = await Promise.all([ask(), ask(), ask()]);
    const kids = new Set(tokens.map(({ body }) => kidOf(body.token)));
    expect(logged.mock.calls.flat().join()).toContain(`the signing key ${lost} does not open: its key local is not in`);
    logged.mockRestore();
    expect(kids.size).toBe(1);
    expect(kids).not.toContain(lost);
    await serverCalled(aud, service)(tokens[0]?.body.token);
  });

  it("publishes no key that somebody wrote into the database", async () => {
    const person = await Person.signUp(new Service());
    await tokenFor(person);
    await env.DB.exec(
      "INSERT INTO signing_keys (id, sealed_key, created_at, signs_from) SELECT 'theirs', sealed_key, 0, 0 FROM signing_keys LIMIT 1",
    );
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(await published(person.service)).not.toContain("theirs");
    expect(kidOf(await tokenFor(person))).not.toBe("theirs");
    logged.mockRestore();
  });
});

describe("resealing", () => {
  it("puts every key under the newest sealing key, and tokens go on", async () => {
    const [old, both] = [`one:${keyOf(1)}`, `two:${keyOf(60)} one:${keyOf(1)}`];
    const person = await Person.signUp(new Service({ SEAL_KEYS: old }));
    const kid = kidOf(await tokenFor(person));
    const db = env.DB.withSession("first-primary");
    expect(await countSealedKeys(db)).toEqual(new Map([["one", 1]]));
    const keys = readSealKeys(both);
    expect(await resealSigningKeys(db, keys, systemRandom)).toEqual({ resealed: 1, damaged: [] });
    expect(await resealSigningKeys(db, keys, systemRandom)).toEqual({ resealed: 0, damaged: [] });
    expect(await countSealedKeys(db)).toEqual(new Map([["two", 1]]));
    const service = new Service({ SEAL_KEYS: `two:${keyOf(60)}` });
    service.now = person.service.now;
    const { body } = await service.post("/v1/token", { aud }, person);
    expect(kidOf(body.token)).toBe(kid);
    await env.DB.exec("UPDATE signing_keys SET sealed_key = sealed_key || 'x'");
    expect((await resealSigningKeys(db, keys, systemRandom)).damaged).toEqual([kid]);
  });
});
