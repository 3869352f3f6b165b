import { env } from "cloudflare:test";
import { Import, lines } from "../support/importing.ts";
import { operatorWith } from "../support/operator.ts";
import { mailedLink, type Person } from "../support/person.ts";
import type { TestAnswer } from "../support/service.ts";

type Call = (person: Person) => Promise<TestAnswer>;

const newEmail = () => `made-${crypto.randomUUID()}@example.com`;

/** A row as it should be, but with a hash of a kind that is not taken. */
const refusedRow = () => ({ email: newEmail(), passwordHash: "$2x$04$UuTkLRZZ6QofpDOlMz32Mu" });

const newClient = { name: "Shop", redirectUris: ["https://shop.example.com/callback"], confidential: true };

/** Calls the admin API about a person, by a key that is good for all of it. */
async function call(person: Person, method: string, path: string, body?: object): Promise<TestAnswer> {
  const { token } = await operatorWith(person.service);
  const address = `/v1/admin${path.replace(":id", person.accountId)}`;
  return person.service.send(method, address, { ...(body && { body }), token });
}

/** Invites somebody; answers the link of the mail. */
async function invite(person: Person): Promise<string> {
  const email = newEmail();
  await call(person, "POST", "/invitations", { email });
  return mailedLink(person.service, "accept-invitation", email);
}

/** Good answers about what operators do and what follows from it, as `operation status`. */
export const operatorCalls: Record<string, Call> = {
  "createPerson 201": (person) =>
    call(person, "POST", "/people", { email: newEmail(), password: "a quiet harbour at dawn" }),
  "invitePerson 201": (person) => call(person, "POST", "/invitations", { email: newEmail() }),
  "listPeople 200": (person) => call(person, "GET", "/people?limit=2"),
  "readPerson 200": async (person) => {
    await person.turnOnApp("Phone");
    await call(person, "POST", "/people/:id/two-factor-reset");
    return call(person, "GET", "/people/:id");
  },
  "setPersonDisabled 200": (person) => call(person, "PATCH", "/people/:id", { disabled: true }),
  "deletePerson 204": (person) => call(person, "DELETE", "/people/:id"),
  "requirePasswordReset 204": (person) => call(person, "POST", "/people/:id/password-reset", { dispute: false }),
  "beginTwoFactorReset 202": async (person) => {
    await person.turnOnApp();
    return call(person, "POST", "/people/:id/two-factor-reset");
  },
  "cancelTwoFactorReset 204": async (person) => {
    await person.turnOnApp();
    await call(person, "POST", "/people/:id/two-factor-reset");
    return call(person, "DELETE", "/people/:id/two-factor-reset");
  },
  "stopTwoFactorReset 204": async (person) => {
    await person.turnOnApp();
    await call(person, "POST", "/people/:id/two-factor-reset");
    return person.service.post("/v1/two-factor-reset/stop", { link: await person.mailedLink("stop-two-factor-reset") });
  },
  "listSessionsOfPerson 200": (person) => call(person, "GET", "/people/:id/sessions"),
  "endSessionsOfPerson 204": (person) => call(person, "DELETE", "/people/:id/sessions"),
  "endSessionOfPerson 204": async (person) => {
    const { id } = (await person.startSignIn()).body.session;
    return call(person, "DELETE", `/people/:id/sessions/${id}`);
  },
  "acceptInvitation 204": async (person) =>
    person.service.post("/v1/invitations/accept", {
      link: await invite(person),
      newPassword: "seven lanterns on a pier",
    }),
  "endEverySession 204": async (person) => {
    const ended = await call(person, "DELETE", "/sessions");
    // The other tests have clocks of their own.
    await env.DB.prepare("UPDATE session_epoch SET began_at = 0").run();
    return ended;
  },
  "replaceSigningKey 204": (person) => call(person, "POST", "/signing-key/replace"),
  "listOperatorKeys 200": (person) => call(person, "GET", "/keys"),
  "revokeOperatorKey 204": async (person) => {
    const { id } = await operatorWith(person.service);
    return call(person, "DELETE", `/keys/${id}`);
  },
  "listClients 200": (person) => call(person, "GET", "/clients"),
  "registerClient 201": (person) => call(person, "POST", "/clients", newClient),
  "changeClient 200": async (person) => {
    const { client } = (await call(person, "POST", "/clients", newClient)).body;
    return call(person, "PATCH", `/clients/${client.id}`, { name: "The shop", refreshTokens: true });
  },
  "renewClientSecret 201": async (person) => {
    const { client } = (await call(person, "POST", "/clients", newClient)).body;
    return call(person, "POST", `/clients/${client.id}/secrets`, { previousForHours: 1 });
  },
  "removeClient 204": async (person) => {
    const { client } = (await call(person, "POST", "/clients", newClient)).body;
    return call(person, "DELETE", `/clients/${client.id}`);
  },
  "startImport 201": async (person) => {
    const { token } = await operatorWith(person.service);
    return person.service.post("/v1/admin/imports", {}, { token });
  },
  "startImport 200": async (person) => {
    const fingerprint = crypto.randomUUID().replaceAll("-", "").repeat(2);
    await Import.start(person.service, { fingerprint });
    const { token } = await operatorWith(person.service);
    return person.service.post("/v1/admin/imports", { fingerprint }, { token });
  },
  "readImport 200": async (person) => {
    const { id, token, service } = await Import.start(person.service);
    return service.get(`/v1/admin/imports/${id}`, { token });
  },
  "takeRows 200": async (person) => (await Import.start(person.service)).send(lines(refusedRow())),
  "reportRefused 200": async (person) => {
    const begun = await Import.start(person.service);
    await begun.send(lines(refusedRow()));
    const { id, token, service } = begun;
    return service.get(`/v1/admin/imports/${id}/refused`, { token });
  },
  "listEvents 200": (person) => call(person, "GET", `/events?account=${person.accountId}`),
  "exportEvents 200": (person) => call(person, "GET", `/events/export?account=${person.accountId}`),
  "listOperatorCalls 200": async (person) => {
    await call(person, "GET", "/people?limit=1");
    return call(person, "GET", "/operator-calls?limit=2");
  },
};
