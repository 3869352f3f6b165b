import { describe, expect, it } from "vitest";
import { operatorWith } from "../../support/operator.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";
import { codeFor, exchange, siteSettings } from "../../support/site.ts";

const clients = JSON.parse((await siteSettings()).OIDC_CLIENTS ?? "");
clients[0].origins = ["https://app.example"];
const service = new Service({ OIDC_CLIENTS: JSON.stringify(clients), ALLOWED_ORIGINS: "https://own.example" });
const named = ({ headers }: { headers: Headers }) => headers.get("Access-Control-Allow-Origin");
const preflight = (origin: string, path = "/oidc/token") =>
  service.send("OPTIONS", path, {
    headers: { "Latchkey-Session": "", Origin: origin, "Access-Control-Request-Method": "POST" },
  });

describe("S6b the endpoints for sites", () => {
  it("S6b may be called from the pages of a client, and name no other origin", async () => {
    const person = await Person.signUp(service);
    for (const origin of ["https://app.example", "https://own.example"]) {
      const asked = await preflight(origin);
      expect([asked.status, named(asked)]).toEqual([204, origin]);
      expect(asked.headers.get("Access-Control-Allow-Credentials")).toBeNull();
      const exchanged = await exchange(service, await codeFor(person), {}, { Origin: origin });
      expect([exchanged.status, named(exchanged)]).toEqual([200, origin]);
      expect(named(await preflight(origin, "/oidc/userinfo"))).toBe(origin);
    }
    for (const origin of ["https://evil.example", "null", "https://app.example.evil.example", "http://app.example"]) {
      expect(named(await preflight(origin))).toBeNull();
      expect(named(await exchange(service, await codeFor(person), {}, { Origin: origin }))).toBeNull();
    }
  });

  it("S6b opens nothing of the account to them", async () => {
    const person = await Person.signUp(service);
    const headers = {
      "Latchkey-Session": "",
      Cookie: `__Host-latchkey=${person.token}`,
      Origin: "https://app.example",
    };
    for (const path of ["/v1/account", "/v1/session"]) expect(named(await service.get(path, { headers }))).toBeNull();
    expect((await service.post("/v1/token", { aud: "x" }, { headers })).body.code).toBe("origin_not_allowed");
  });

  it("S6b knows the origins of clients that were registered by the API, until they are removed", async () => {
    const operator = await operatorWith(service, ["clients"]);
    const origins = ["https://spa.example"];
    const site = { name: "App", redirectUris: ["https://spa.example/in"], confidential: false, origins };
    const { client } = (await service.post("/v1/admin/clients", site, operator)).body;
    expect(client.origins).toEqual(origins);
    expect(named(await preflight("https://spa.example"))).toBe("https://spa.example");
    await service.delete(`/v1/admin/clients/${client.id}`, operator);
    expect(named(await preflight("https://spa.example"))).toBeNull();
  });
});
