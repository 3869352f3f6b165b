import { beforeAll, describe, expect, it } from "vitest";
import { RoundTrips } from "../../../support/counting-database.ts";
import { operatorWith } from "../../../support/operator.ts";
import { Person } from "../../../support/person.ts";
import { Service } from "../../../support/service.ts";
import { codeFor, exchange } from "../../../support/site.ts";

const redirect_uri = "https://news.example/in";
const trips = new RoundTrips();
const service = new Service({}, { DB: trips.database, WEBHOOKS: undefined });
let person: Person;
let site: { client_id: string; client_secret: string };

beforeAll(async () => {
  person = await Person.signUp(service);
  const wish = { name: "Newsletter", redirectUris: [redirect_uri], confidential: true, refreshTokens: true };
  const { body } = await service.post("/v1/admin/clients", wish, await operatorWith(service, ["clients"]));
  site = { client_id: body.client.id, client_secret: body.secret };
});

const begin = async () =>
  (
    await exchange(service, await codeFor(person, { client_id: site.client_id, redirect_uri }), {
      ...site,
      redirect_uri,
    })
  ).body;

/** Posts a form as a client of the table does; returns how many round trips to D1 that took. */
async function tripsOf(path: string, form: Record<string, string>): Promise<number> {
  const headers = { "Latchkey-Session": "", "Content-Type": "application/x-www-form-urlencoded" };
  trips.count = 0;
  expect((await service.post(path, `${new URLSearchParams({ ...site, ...form })}`, { headers })).status).toBe(200);
  return trips.count;
}

describe("the endpoints for sites' servers", () => {
  it("take three round trips for a refresh: the client, the family and the signing key", async () => {
    const { refresh_token } = await begin();
    expect(await tripsOf("/oidc/token", { grant_type: "refresh_token", refresh_token })).toBe(3);
  });

  it("take two for asking after a token, of either kind, and for revoking one", async () => {
    const { access_token, refresh_token } = await begin();
    expect(await tripsOf("/oidc/introspect", { token: access_token })).toBe(2);
    expect(await tripsOf("/oidc/introspect", { token: refresh_token })).toBe(2);
    expect(await tripsOf("/oidc/revoke", { token: refresh_token })).toBe(2);
  });
});
