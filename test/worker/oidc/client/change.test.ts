import { describe, expect, it } from "vitest";
import { operatorWith } from "../../../support/operator.ts";
import { Person } from "../../../support/person.ts";
import { Service } from "../../../support/service.ts";
import { authorizeAs, codeFor, exchange, siteSettings } from "../../../support/site.ts";

const service = new Service(await siteSettings());
const site = { name: "Newsletter", redirectUris: ["https://news.example/in"], confidential: true };

async function registered(wish: object = {}) {
  const operator = await operatorWith(service, ["clients"]);
  const { client, secret } = (await service.post("/v1/admin/clients", { ...site, ...wish }, operator)).body;
  return { operator, secret, client, path: `/v1/admin/clients/${client.id}` };
}

describe("a site that lives", () => {
  it("changes what is named, and keeps the rest", async () => {
    const { operator, client, path } = await registered({ origins: ["https://news.example"] });
    const wish = { name: "News", redirectUris: ["https://news.example/callback"], refreshTokens: true };
    const { status, body } = await service.patch(path, wish, operator);
    expect([status, body.client]).toEqual([200, { ...client, ...wish }]);
    const listed = (await service.get("/v1/admin/clients", operator)).body.clients;
    expect(listed.find(({ id }: { id: string }) => id === client.id)).toEqual({ ...client, ...wish });
    const person = await Person.signUp(service);
    const asked = async (redirect_uri: string) =>
      (await authorizeAs(person, { client_id: client.id, redirect_uri })).status;
    expect([await asked("https://news.example/in"), await asked("https://news.example/callback")]).toEqual([400, 302]);
  });

  it("refuses what a registration refuses, and says why", async () => {
    const { operator, path } = await registered();
    for (const wrong of [{ redirectUris: [] }, { redirectUris: ["https://*.news.example/"] }, { name: "" }]) {
      expect((await service.patch(path, wrong, operator)).body.code).toBe("invalid_request");
    }
    const open = await registered({ confidential: false });
    const { body } = await service.patch(open.path, { pkce: "optional" }, open.operator);
    expect(body.fields).toEqual([{ path: "pkce", message: "expected required, without a secret" }]);
    expect((await service.patch("/v1/admin/clients/shop", { name: "x" }, operator)).status).toBe(404);
  });

  it("changes over to a new secret, while the one before goes on for as long as is asked", async () => {
    const { operator, client, secret, path } = await registered();
    const person = await Person.signUp(service);
    const own = { client_id: client.id, redirect_uri: "https://news.example/in" };
    const works = async (client_secret: string) =>
      (await exchange(service, await codeFor(person, own), { ...own, client_secret })).status === 200;
    const { status, body } = await service.post(`${path}/secrets`, { previousForHours: 1 }, operator);
    expect([status, body.client.id]).toEqual([201, client.id]);
    expect([await works(secret), await works(body.secret), await works("guess")]).toEqual([true, true, false]);
    service.pass(3600);
    expect([await works(secret), await works(body.secret)]).toEqual([false, true]);
    const third = (await service.post(`${path}/secrets`, { previousForHours: 0 }, operator)).body.secret;
    expect([await works(body.secret), await works(third)]).toEqual([false, true]);
  });

  it("without a secret gets none, and one of the settings neither", async () => {
    const { operator, path } = await registered({ confidential: false });
    expect((await service.post(`${path}/secrets`, {}, operator)).body.code).toBe("invalid_request");
    expect((await service.post("/v1/admin/clients/bank/secrets", {}, operator)).status).toBe(404);
  });
});
