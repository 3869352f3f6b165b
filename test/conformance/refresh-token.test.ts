import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { operatorWith } from "../support/operator.ts";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";
import { callback, clientSecret, codeFor, exchange, type Parameters, siteSettings, userInfo } from "../support/site.ts";

const clients = JSON.parse((await siteSettings()).OIDC_CLIENTS ?? "");
for (const client of clients) client.refreshTokens = true;
const service = new Service({ OIDC_CLIENTS: JSON.stringify(clients) });
const offline = { scope: "openid email offline_access" };
let person: Person;

beforeEach(async () => {
  person = await Person.signUp(service);
});

const begin = async (changed: Parameters = {}) => (await exchange(service, await codeFor(person, changed))).body;
const refresh = (token: string, changed: Parameters = {}) =>
  exchange(service, "x", {
    grant_type: "refresh_token",
    refresh_token: token,
    code: undefined,
    code_verifier: undefined,
    redirect_uri: undefined,
    ...changed,
  });
const post = (path: string, form: Record<string, string>) =>
  service.post(path, `${new URLSearchParams(form)}`, {
    headers: { "Latchkey-Session": "", "Content-Type": "application/x-www-form-urlencoded" },
  });
const lives = async (token: string) => (await userInfo(service, token)).status === 200;

describe("refresh tokens", () => {
  it("oidcc-refresh-token", async () => {
    const first = await begin(offline);
    expect(first.scope).toBe("openid email offline_access");
    const { status, body } = await refresh(first.refresh_token);
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/),
      token_type: "Bearer",
      expires_in: 600,
      refresh_token: expect.any(String),
      scope: first.scope,
      id_token: expect.any(String),
    });
    const claims = (token: string) => JSON.parse(atob(token.split(".")[1] ?? ""));
    const [before, after] = [claims(first.id_token), claims(body.id_token)];
    expect(after).toMatchObject({ sub: before.sub, aud: before.aud, iss: before.iss, auth_time: before.auth_time });
    expect(after).not.toHaveProperty("nonce");
    expect(body.refresh_token).not.toBe(first.refresh_token);
    expect([await lives(first.access_token), await lives(body.access_token)]).toEqual([true, true]);
    expect((await refresh(body.refresh_token, { client_id: "bank", client_secret: clientSecret })).body.error).toBe(
      "invalid_grant",
    );
    expect((await refresh(body.refresh_token)).status).toBe(200);
  });

  it("that come again end the whole family", async () => {
    const first = await begin();
    const second = (await refresh(first.refresh_token)).body;
    const reused = await refresh(first.refresh_token);
    expect([reused.status, reused.body.error]).toEqual([400, "invalid_grant"]);
    expect(reused.body.error_description).toMatch(/already/);
    expect((await refresh(second.refresh_token)).body.error).toBe("invalid_grant");
    expect([await lives(first.access_token), await lives(second.access_token)]).toEqual([false, false]);
  });

  it("of eight uses at once give new tokens to one, and end with that", async () => {
    const { refresh_token } = await begin();
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(refresh_token)));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect((await refresh(won[0]?.body.refresh_token)).body.error).toBe("invalid_grant");
    expect(await lives(won[0]?.body.access_token)).toBe(false);
  });

  it("end with a code that comes again", async () => {
    const code = await codeFor(person);
    const { refresh_token } = (await exchange(service, code)).body;
    const next = (await refresh(refresh_token)).body;
    await exchange(service, code);
    expect((await refresh(next.refresh_token)).body.error).toBe("invalid_grant");
    expect(await lives(next.access_token)).toBe(false);
  });

  it("end when the person signs out, unless they asked for offline_access", async () => {
    const [online, staying] = [await begin(), await begin(offline)];
    const next = (await refresh(staying.refresh_token)).body;
    await service.delete("/v1/session", person);
    expect((await refresh(online.refresh_token)).body.error).toBe("invalid_grant");
    expect(await lives(next.access_token)).toBe(true);
    expect((await refresh(next.refresh_token)).status).toBe(200);
  });

  it.each<[string, (owner: Person) => Promise<unknown>]>([
    [
      "a new password, although the sessions stay",
      (owner) =>
        service.put(
          "/v1/account/password",
          { currentPassword: owner.password, newPassword: "seven lanterns on a pier", signOutOthers: false },
          owner,
        ),
    ],
    ["the end of all other sessions", (owner) => service.delete("/v1/account/sessions", owner)],
    [
      "the account being disabled",
      async (owner) =>
        service.patch(
          `/v1/admin/people/${owner.accountId}`,
          { disabled: true },
          await operatorWith(service, ["people:write"]),
        ),
    ],
    [
      "an administrator who ends everybody's sessions",
      async () => service.delete("/v1/admin/sessions", await operatorWith(service, ["emergency"])),
    ],
  ])("that outlived a sign-out end with %s", async (_, end) => {
    const { refresh_token } = await begin(offline);
    const { access_token, refresh_token: next } = (await refresh(refresh_token)).body;
    await service.delete("/v1/session", person);
    expect(await lives(access_token)).toBe(true);
    service.pass(1);
    person.token = (await person.startSignIn()).body.session.token;
    const answer = (await end(person)) as { status: number; body: unknown };
    expect([answer.status, answer.body]).toEqual([expect.toSatisfy((status) => status < 300), answer.body]);
    expect((await refresh(next)).body.error).toBe("invalid_grant");
    expect(await lives(access_token)).toBe(false);
  });

  it("expire when they wait for longer than the client lets them, and are cleaned up", async () => {
    const short = clients.map((client: object) => ({ ...client, refreshTokenDays: 1, accessTokenSeconds: 60 }));
    const own = new Service({ OIDC_CLIENTS: JSON.stringify(short) });
    own.now = service.now;
    const first = (await exchange(own, await codeFor(person, offline))).body;
    expect(first.expires_in).toBe(60);
    own.pass(86_399);
    const { body } = await exchange(own, "x", { grant_type: "refresh_token", refresh_token: first.refresh_token });
    expect(body.expires_in).toBe(60);
    own.pass(86_401);
    const late = await exchange(own, "x", { grant_type: "refresh_token", refresh_token: body.refresh_token });
    expect(late.body.error_description).toBe("The refresh token has expired.");
    await own.runSchedule();
    const count = "SELECT count(*) AS n FROM oidc_families WHERE account_id = ?";
    expect(await env.DB.prepare(count).bind(person.accountId).first("n")).toBe(0);
  });

  it("are given to clients alone that are registered for them, and lie in the database as hashes", async () => {
    const plain = new Service(await siteSettings());
    plain.now = service.now;
    const { body } = await exchange(plain, await codeFor(person, offline));
    expect(body).not.toHaveProperty("refresh_token");
    const { refresh_token } = await begin();
    const rows = JSON.stringify((await env.DB.prepare("SELECT * FROM oidc_families").all()).results);
    expect(rows).not.toContain(refresh_token.split(".")[1]);
  });

  it.each([
    ["nothing", undefined, "invalid_request"],
    ["what is none", "x", "invalid_grant"],
    ["an unknown one", `${"x".repeat(22)}.${"y".repeat(43)}`, "invalid_grant"],
    ["too much", "x".repeat(400), "invalid_request"],
  ])("refuse %s", async (_, token, error) => {
    expect((await refresh("x", { refresh_token: token })).body.error).toBe(error);
  });

  it("take no wider scope", async () => {
    const { refresh_token } = await begin({ scope: "openid" });
    expect((await refresh(refresh_token, { scope: "openid email" })).body.error).toBe("invalid_scope");
    expect((await refresh(refresh_token, { scope: "openid" })).status, "and stay good where they are refused").toBe(
      200,
    );
  });
});

describe("POST /oidc/revoke and /oidc/introspect", () => {
  const asBank = { client_id: "bank", client_secret: clientSecret };
  const bank = { client_id: "bank", redirect_uri: "https://bank.example/in" };
  const ofBank = async () =>
    (await exchange(service, await codeFor(person, { ...bank, ...offline }), { ...asBank, ...bank })).body;

  it("say what lives, and revoke a refresh token with all that came of it", async () => {
    const first = await ofBank();
    const { body: next } = await refresh(first.refresh_token, asBank);
    for (const token of [first.access_token, next.access_token, next.refresh_token]) {
      const { body } = await post("/oidc/introspect", { ...asBank, token });
      expect(body).toMatchObject({ active: true, sub: person.accountId, client_id: "bank", iss: service.origin });
    }
    expect((await post("/oidc/introspect", { ...asBank, token: first.refresh_token })).body).toEqual({ active: false });
    expect((await post("/oidc/revoke", { ...asBank, token: next.refresh_token })).status).toBe(200);
    for (const token of [first.access_token, next.access_token, next.refresh_token]) {
      expect((await post("/oidc/introspect", { ...asBank, token })).body).toEqual({ active: false });
    }
  });

  it("revoke one access token alone, and nothing of another client's", async () => {
    const { access_token, refresh_token } = await ofBank();
    for (const token of [access_token, refresh_token]) {
      expect((await post("/oidc/revoke", { client_id: "shop", token })).status).toBe(200);
    }
    expect(await lives(access_token)).toBe(true);
    expect((await post("/oidc/revoke", { ...asBank, token: access_token })).status).toBe(200);
    expect(await lives(access_token)).toBe(false);
    expect((await refresh(refresh_token, asBank)).status).toBe(200);
  });

  it("say nothing to a client that did not prove itself, or of another's token", async () => {
    const { access_token } = await ofBank();
    const ask = async (form: Record<string, string>) => (await post("/oidc/introspect", form)).body;
    expect((await ask({ client_id: "bank", client_secret: "guess", token: access_token })).error).toBe(
      "invalid_client",
    );
    expect((await ask({ client_id: "shop", token: access_token })).error).toBe("invalid_client");
    expect((await ask(asBank)).error).toBe("invalid_request");
    const { access_token: ofShop } = await begin({ redirect_uri: callback });
    expect(await ask({ ...asBank, token: ofShop })).toEqual({ active: false });
    expect((await post("/oidc/revoke", { ...asBank, token: "x" })).status).toBe(200);
  });
});
