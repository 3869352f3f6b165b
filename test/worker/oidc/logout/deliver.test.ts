import { env } from "cloudflare:test";
import { createLocalJWKSet, decodeJwt, jwtVerify } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import { KeyAddress } from "../../../support/client-keys.ts";
import { operatorWith } from "../../../support/operator.ts";
import { Person } from "../../../support/person.ts";
import { Service } from "../../../support/service.ts";
import { codeFor, exchange, goTo, siteSettings } from "../../../support/site.ts";
import { consume } from "../../../support/webhook.ts";

const redirect_uri = "https://news.example/in";
const noQueue = { WEBHOOKS: undefined };
const service = new Service(await siteSettings(), noQueue);
let person: Person;

beforeEach(async () => {
  await env.DB.prepare("DELETE FROM oidc_logouts").run();
  person = await Person.signUp(service);
});

/** A site that is told of sign-outs, where the person has signed in. */
async function signedIn(wish: object = {}, at: Service = service) {
  const address = new KeyAddress();
  const operator = await operatorWith(at, ["clients"]);
  const site = {
    name: "Newsletter",
    redirectUris: [redirect_uri],
    confidential: true,
    backChannelLogoutUri: address.url,
  };
  const { client, secret } = (await at.post("/v1/admin/clients", { ...site, ...wish }, operator)).body;
  const own = { client_id: client.id, redirect_uri };
  const tokens = (await exchange(at, await codeFor(person, own), { ...own, client_secret: secret })).body;
  const told = async () =>
    (await address.received()).map(({ body, headers }) => {
      expect(headers["content-type"]).toBe("application/x-www-form-urlencoded");
      return new URLSearchParams(body).get("logout_token") ?? "";
    });
  return { address, client, operator, told, tokens, claims: decodeJwt(tokens.id_token) };
}

const statuses = async () => {
  const { results } = await env.DB.prepare("SELECT status FROM oidc_logouts").all();
  return results.map(({ status }: { status: string }) => status);
};

describe("the end of a session", () => {
  it("oidcc-backchannel-rp-initiated-logout: is told to its sites, by a token as the standard has it", async () => {
    const { told, client, claims, tokens } = await signedIn();
    const out = await goTo(person, `/oidc/sign-out?id_token_hint=${tokens.id_token}`);
    expect(out.status).toBe(302);
    await service.runSchedule();
    const [token = "", ...others] = await told();
    expect(others).toEqual([]);
    const keys = createLocalJWKSet((await service.get("/.well-known/jwks.json")).body);
    const expected = {
      issuer: service.origin,
      audience: client.id,
      typ: "logout+jwt",
      currentDate: new Date(service.now),
    };
    const { payload, protectedHeader } = await jwtVerify(token, keys, expected);
    expect(protectedHeader.alg).toBe("RS256");
    expect(payload).toEqual({
      iss: service.origin,
      aud: client.id,
      sub: person.accountId,
      sid: claims.sid,
      iat: expect.any(Number),
      exp: (payload.iat ?? 0) + 120,
      jti: expect.any(String),
      events: { "http://schemas.openid.net/event/backchannel-logout": {} },
    });
    await service.runSchedule();
    expect([await statuses(), (await told()).length]).toEqual([["delivered"], 1]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ["by signing out", () => service.delete("/v1/session", person)],
    [
      "from another browser",
      async () => {
        const mine = (await service.get("/v1/session", person)).body.session.id;
        person.token = (await person.startSignIn()).body.session.token;
        return service.delete(`/v1/account/sessions/${mine}`, person);
      },
    ],
    [
      "with all others",
      async () => {
        person.token = (await person.startSignIn()).body.session.token;
        return service.delete("/v1/account/sessions", person);
      },
    ],
    [
      "by an administrator who disables the account",
      async () =>
        service.patch(
          `/v1/admin/people/${person.accountId}`,
          { disabled: true },
          await operatorWith(service, ["people:write"]),
        ),
    ],
    [
      "with the account",
      async () => service.delete(`/v1/admin/people/${person.accountId}`, await operatorWith(service)),
    ],
    ["by its age", async () => service.pass(400 * 86_400)],
  ])("is told when it comes %s", async (_, end) => {
    const { told, claims } = await signedIn();
    await service.runSchedule();
    expect(await told()).toEqual([]);
    await end();
    await service.runSchedule();
    expect((await told()).map((token) => decodeJwt(token).sid)).toEqual([claims.sid]);
  });

  it("is told once to a site where the person signed in twice, and to none that does not want to be told", async () => {
    const { told, client } = await signedIn();
    await codeFor(person, { client_id: client.id, redirect_uri });
    await codeFor(person);
    await service.delete("/v1/session", person);
    await service.runSchedule();
    expect([(await told()).length, await statuses()]).toEqual([1, ["delivered"]]);
  });

  it("is told by the Queue right after the request, where there is one", async () => {
    const sent: unknown[] = [];
    const queue = { sendBatch: async (all: { body: unknown }[]) => void sent.push(...all.map(({ body }) => body)) };
    const own = new Service(await siteSettings(), { WEBHOOKS: queue as unknown as typeof env.WEBHOOKS });
    const { told } = await signedIn({}, own);
    await own.delete("/v1/session", person);
    expect(sent).toContainEqual({ logout: expect.stringMatching(/^logout-/) });
    expect(await consume(service, sent)).toEqual({ done: sent.map((_, at) => at), again: [] });
    expect(await told()).toHaveLength(1);
  });

  it("is told again where the site fails, by a new token, and given up where it wants no more", async () => {
    const { address, told } = await signedIn();
    await address.answers({ status: 500 }, { status: 400 }, { status: 410 });
    await service.delete("/v1/session", person);
    for (const [status, seconds] of [
      ["waiting", 7],
      ["waiting", 400],
      ["failed", 400],
    ] as const) {
      await service.runSchedule();
      expect(await statuses()).toEqual([status]);
      await service.runSchedule();
      service.pass(seconds);
    }
    await service.runSchedule();
    const ids = (await told()).map((token) => decodeJwt(token).jti);
    expect([ids.length, new Set(ids).size]).toEqual([3, 3]);
    service.pass(31 * 86_400);
    await service.runSchedule();
    expect(await statuses()).toEqual([]);
  });

  it("is told of a site that the person disconnects, and to none that was removed", async () => {
    const [kept, removed] = [await signedIn(), await signedIn()];
    await service.delete(`/v1/admin/clients/${removed.client.id}`, removed.operator);
    expect((await service.delete(`/v1/account/apps/${kept.client.id}`, person)).status).toBe(204);
    await service.runSchedule();
    expect([(await kept.told()).length, await removed.told()]).toEqual([1, []]);
    await service.delete("/v1/session", person);
    await service.runSchedule();
    expect([(await kept.told()).length, await removed.told()]).toEqual([1, []]);
  });

  it("is not told to an address of ours, or to one that is none", async () => {
    const operator = await operatorWith(service, ["clients"]);
    for (const backChannelLogoutUri of ["http://localhost:8787/oidc/revoke", "news.example", "ftp://news.example/"]) {
      const site = { name: "Newsletter", redirectUris: [redirect_uri], confidential: true, backChannelLogoutUri };
      expect((await service.post("/v1/admin/clients", site, operator)).body.code).toBe("invalid_request");
    }
  });
});
