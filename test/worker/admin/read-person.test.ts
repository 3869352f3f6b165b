import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { peoplePage, person as personSchema } from "../../../shared/contract/admin.ts";
import { RoundTrips } from "../../support/counting-database.ts";
import { callsOf, operatorWith } from "../../support/operator.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

async function begin() {
  const service = new Service();
  const person = await Person.signUp(service);
  const operator = await operatorWith(service, ["people:read", "sessions:end"]);
  return { service, person, operator, path: `/v1/admin/people/${person.accountId}` };
}

const actsSeenBy = async (person: Person) =>
  (await person.service.get("/v1/account/activity", person)).body.events
    .filter(({ type }: { type: string }) => type.startsWith("operator_"))
    .map(({ type }: { type: string }) => type);

describe("looking a person up", () => {
  it("by id or exact address answers what is theirs, with no secret, and they see that somebody looked", async () => {
    const { service, person, operator, path } = await begin();
    person.recoveryCodes = (await person.turnOnApp("Phone")).body.recoveryCodes;
    const { status, body } = await service.get(path, operator);
    expect(status).toBe(200);
    expect(v.parse(personSchema, body)).toEqual(body);
    expect(body).toMatchObject({
      email: person.email,
      status: "active",
      twoFactor: { methods: [{ name: "Phone" }], recoveryCodesLeft: 10 },
    });
    const secret = new URL(person.uri).searchParams.get("secret");
    for (const each of [secret ?? "", "$argon2", ...person.recoveryCodes]) {
      expect(JSON.stringify(body)).not.toContain(each);
    }
    const found = await service.get(`/v1/admin/people?email=${person.email.toUpperCase()}`, operator);
    expect(found.body.people).toMatchObject([{ id: person.accountId, email: person.email }]);
    expect((await service.get(`/v1/admin/people?email=${person.email.slice(1)}`, operator)).body.people).toEqual([]);
    expect((await service.get("/v1/admin/people/nobody", operator)).status).toBe(404);
    expect(await actsSeenBy(person)).toEqual(["operator_viewed_account", "operator_viewed_account"]);
    expect((await callsOf(operator.id)).map(({ did, status }) => [did, status])).toEqual([
      ["operator_viewed_account", 200],
      ["operator_viewed_account", 200],
      [null, 200],
      [null, 404],
    ]);
  });

  it("costs three round trips at most, the key's and the log's among them", async () => {
    const { person } = await begin();
    const trips = new RoundTrips();
    const service = new Service({}, { DB: trips.database });
    const operator = await operatorWith(service);
    for (const path of [`/${person.accountId}`, `?email=${person.email}`, "", `/${person.accountId}/sessions`]) {
      trips.count = 0;
      await service.get(`/v1/admin/people${path}`, operator);
      // The answer's status is written beside the call after the answer.
      expect(trips.count - 1, path).toBeLessThanOrEqual(3);
    }
  });
});

it("a list of people is in the order of their accounts, page by page, none twice and none left out", async () => {
  const { service, operator } = await begin();
  const made = [];
  for (let count = 0; count < 4; count++) made.push((await Person.signUp(service)).accountId);
  const seen: string[] = [];
  for (let cursor = ""; ; ) {
    const { body } = await service.get(`/v1/admin/people?limit=3${cursor}`, operator);
    expect(v.parse(peoplePage, body)).toEqual(body);
    seen.push(...body.people.map(({ id }: { id: string }) => id));
    if (body.next === undefined) break;
    cursor = `&cursor=${body.next}`;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.slice(-4)).toEqual(made);
  for (const query of ["cursor=x", "limit=0", "limit=101", "limit=-1", "email=nobody"]) {
    expect((await service.get(`/v1/admin/people?${query}`, operator)).body.code, query).toBe("invalid_request");
  }
});

describe("a person's sessions", () => {
  it("are listed and ended one by one or all, at once, and the person sees it", async () => {
    const { service, person, operator, path } = await begin();
    const other = (await person.startSignIn()).body.session;
    const third = (await person.startSignIn()).body.session;
    const { body } = await service.get(`${path}/sessions`, operator);
    expect(body.sessions).toHaveLength(3);
    const stranger = await Person.signUp(service);
    const wrong = `/v1/admin/people/${stranger.accountId}/sessions/${other.id}`;
    expect((await service.delete(wrong, operator)).status).toBe(404);
    expect((await service.delete(`${path}/sessions/${other.id}`, operator)).status).toBe(204);
    expect((await service.delete(`${path}/sessions/${other.id}`, operator)).status).toBe(404);
    expect((await service.get("/v1/session", other)).status).toBe(401);
    expect((await service.get("/v1/session", third)).status).toBe(200);
    expect((await service.delete(`${path}/sessions`, operator)).status).toBe(204);
    expect((await service.delete(`${path}/sessions`, operator)).status).toBe(204);
    for (const session of [third, person]) expect((await service.get("/v1/session", session)).status).toBe(401);
    person.token = (await person.startSignIn()).body.session.token;
    expect(await actsSeenBy(person)).toEqual([
      "operator_ended_sessions",
      "operator_ended_session",
      "operator_viewed_account",
    ]);
    expect((await service.get("/v1/session", stranger)).status).toBe(200);
  });
});
