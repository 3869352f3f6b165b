import { beforeEach, describe, expect, it } from "vitest";
import { operatorWith } from "../../../support/operator.ts";
import { Person } from "../../../support/person.ts";
import { Service } from "../../../support/service.ts";
import { authorizeAs, exchange, goTo, type Parameters, siteSettings } from "../../../support/site.ts";

const redirect_uri = "https://news.example/in";
const service = new Service(await siteSettings());
let person: Person;
let site: { id: string; secret: string };

beforeEach(async () => {
  person = await Person.signUp(service);
  const wish = { name: "Newsletter", redirectUris: [redirect_uri], confidential: true, ours: false };
  const { client, secret } = (await service.post("/v1/admin/clients", wish, await operatorWith(service, ["clients"])))
    .body;
  site = { id: client.id, secret };
});

const ask = (changed: Parameters = {}) => authorizeAs(person, { client_id: site.id, redirect_uri, ...changed });
const allow = (...scopes: string[]) => service.put(`/v1/account/apps/${site.id}`, { scopes }, person);
const next = ({ answer }: { answer: Record<string, string> }) => answer.next ?? "";

describe("a site that is not ours", () => {
  it("asks once what it may know, and goes on from there", async () => {
    const asked = await ask();
    expect([asked.to.pathname, asked.answer.scope]).toEqual(["/allow", "openid email"]);
    expect((await allow("openid", "email")).status).toBe(204);
    const { to, answer } = await goTo(person, next(asked));
    expect([to.origin, answer.state]).toEqual(["https://news.example", "the state"]);
    const own = { client_id: site.id, redirect_uri, client_secret: site.secret };
    expect((await exchange(service, answer.code ?? "", own)).status).toBe(200);
    expect((await ask()).answer.code).toBeDefined();
    expect((await ask({ prompt: "none" })).answer.code).toBeDefined();
  });

  it("asks again for what it was not allowed: another scope, or a single claim", async () => {
    await allow("openid", "email");
    expect((await ask({ scope: "openid profile email" })).answer.scope).toBe("openid profile email");
    const claims = JSON.stringify({ userinfo: { name: null } });
    expect((await ask({ claims })).answer.scope).toBe("openid email profile");
    await allow("openid");
    expect((await ask()).to.pathname).toBe("/allow");
    expect((await ask({ scope: "openid" })).answer.code).toBeDefined();
  });

  it("is told that it was not allowed, and that it has to ask where nothing may be shown", async () => {
    const { to, answer } = await goTo(person, `${next(await ask())}&denied=1`);
    expect([to.origin, answer.error, answer.state]).toEqual(["https://news.example", "access_denied", "the state"]);
    expect((await ask({ prompt: "none" })).answer.error).toBe("consent_required");
    expect((await ask({ denied: "1" })).to.pathname).toBe("/allow");
  });

  it("asks anew for prompt=consent, and after it was disconnected", async () => {
    await allow("openid", "email");
    const asked = await ask({ prompt: "consent" });
    expect(asked.to.pathname).toBe("/allow");
    expect((await goTo(person, next(asked))).to.pathname).toBe("/allow");
    await allow("openid", "email");
    expect((await goTo(person, next(asked))).answer.code).toBeDefined();
    expect((await service.delete(`/v1/account/apps/${site.id}`, person)).status).toBe(204);
    expect((await ask()).to.pathname).toBe("/allow");
  });

  it("is allowed by nobody else, and only if it is there", async () => {
    const other = await Person.signUp(service);
    await service.put(`/v1/account/apps/${site.id}`, { scopes: ["openid", "email"] }, other);
    expect((await ask()).to.pathname).toBe("/allow");
    expect((await service.put("/v1/account/apps/nobody", { scopes: ["openid"] }, person)).status).toBe(404);
    for (const scopes of [[], ["admin"], ["openid", "email", "email", "email", "email"]])
      expect((await service.put(`/v1/account/apps/${site.id}`, { scopes }, person)).status).toBe(400);
  });

  it("is shown by its name and picture", async () => {
    const operator = await operatorWith(service, ["clients"]);
    const logoUri = "data:image/png;base64,iVBORw0KGgo=";
    await service.patch(`/v1/admin/clients/${site.id}`, { logoUri }, operator);
    const { body } = await service.get(`/v1/oidc/site?client_id=${site.id}`);
    expect(body).toEqual({ name: "Newsletter", returnTo: null, logoUri });
    for (const wrong of ["https://news.example/logo.png", "data:image/svg+xml;base64,AAAA", "data:image/png,x"]) {
      expect((await service.patch(`/v1/admin/clients/${site.id}`, { logoUri: wrong }, operator)).status).toBe(400);
    }
  });
});

describe("an app on the person's machine", () => {
  it("asks at each sign-in, because any program there could answer at its address (RFC 8252 8.6)", async () => {
    const app = { client_id: "shop", redirect_uri: "http://127.0.0.1:49152/callback" };
    const put = () => service.put("/v1/account/apps/shop", { scopes: ["openid", "email"] }, person);
    await put();
    for (const _ of [1, 2]) {
      const asked = await authorizeAs(person, app);
      expect(asked.to.pathname).toBe("/allow");
      await put();
      const { to } = await goTo(person, next(asked));
      expect(to.href).toMatch(/^http:\/\/127\.0\.0\.1:49152\/callback\?code=/);
    }
    expect((await authorizeAs(person, { ...app, prompt: "none" })).answer.error).toBe("consent_required");
    expect((await authorizeAs(person, { client_id: "shop" })).answer.code).toBeDefined();
  });
});
