import { env } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { interruptedDatabase } from "../support/interrupted-database.ts";
import { askReset } from "../support/password-reset.ts";
import { Person } from "../support/person.ts";
import { Service, type TestAnswer } from "../support/service.ts";

/** A request that changes an account: what comes before it, and the request itself. */
type Flow = (person: Person) => Promise<(service: Service) => Promise<TestAnswer>>;

const newPassword = "seven lanterns on a pier";

const flows: Record<string, Flow> = {
  "a change of the password": async (person) => {
    const change = { currentPassword: person.password, newPassword };
    return (service) => service.put("/v1/account/password", change, person);
  },
  "a sign-in by password": async (person) => (service) => service.post("/v1/sign-in", { ...person }, {}),
  "the confirmation of an app": async (person) => {
    const { id, uri } = (await person.service.post("/v1/account/two-factor/app", {}, person)).body;
    person.uri = uri;
    const code = person.appCode();
    return (service) => service.post(`/v1/account/two-factor/app/${id}/confirm`, { code }, person);
  },
  "two-factor turned off": async (person) => {
    await person.turnOnApp();
    await person.turnOnEmail();
    await person.stepUp();
    return (service) => service.delete("/v1/account/two-factor", person);
  },
  "the end of all other sessions": async (person) => {
    await person.startSignIn();
    return (service) => service.delete("/v1/account/sessions", person);
  },
  "'this wasn't me'": async (person) => {
    await person.service.put("/v1/account/password", { currentPassword: person.password, newPassword }, person);
    const link = await person.mailedLink("not-me");
    return (service) => service.post("/v1/not-me", { link });
  },
  "a new address": async (person) => {
    await person.stepUpByPassword();
    const newEmail = `moved-${crypto.randomUUID()}@example.com`;
    await person.service.put("/v1/account/email", { newEmail }, person);
    const code = await person.service.newestCode(newEmail);
    return (service) => service.post("/v1/account/email/confirm", { code }, person);
  },
  "a new address undone": async (person) => {
    await person.stepUpByPassword();
    await person.moveAddress();
    const link = await person.mailedLink("undo-email");
    return (service) => service.post("/v1/account/email/undo", { link });
  },
  "a reset of the password": async (person) => {
    const wish = await askReset(person);
    return (service) => service.post("/v1/password-reset/confirm", { ...wish, newPassword });
  },
  "a reset with a second step": async (person) => {
    await person.turnOnApp();
    const wish = await askReset(person);
    return (service) => service.post("/v1/password-reset/confirm", { ...wish, newPassword });
  },
  "a reset that waits": async (person) => {
    await person.turnOnEmail();
    const wish = await askReset(person);
    return (service) => service.post("/v1/password-reset/confirm", { ...wish, newPassword });
  },
  "new recovery codes": async (person) => {
    await person.turnOnApp();
    await person.rememberBrowser();
    await person.stepUp();
    return (service) => service.post("/v1/account/recovery-codes", {}, person);
  },
  "remembered browsers forgotten": async (person) => {
    await person.turnOnApp();
    await person.rememberBrowser();
    return (service) => service.delete("/v1/account/devices", person);
  },
  "the deletion of the account": async (person) => {
    await person.stepUpByPassword();
    return (service) => service.delete("/v1/account", { ...person, body: {} });
  },
};

/** Makes the `trip`th round trip to the database fail; tells whether there was one. */
async function runFailing(flow: Flow, trip: number) {
  const person = await Person.signUp(new Service());
  const request = await flow(person);
  const before = await factsOf(person);
  let failed = false;
  const fail = () => {
    failed = true;
    return Promise.reject(new Error("the database is down"));
  };
  const service = new Service({}, { DB: interruptedDatabase(trip, fail) });
  service.now = person.service.now;
  const answer = await request(service);
  return { failed, answer, before, facts: await factsOf(person) };
}

/** What a change of an account is made of: all of it is as before, or all of it as after. */
async function factsOf({ accountId, email }: Person): Promise<Record<string, unknown>> {
  const account = await env.DB.prepare("SELECT email, links_valid_from > 0 AS linksVoid FROM accounts WHERE id = ?")
    .bind(accountId)
    .first<{ email: string; linksVoid: number }>();
  const password = await env.DB.prepare(
    "SELECT hash, changed_at > created_at AS changed FROM passwords JOIN accounts a ON a.id = account_id WHERE account_id = ?",
  )
    .bind(accountId)
    .first<{ hash: string; changed: number }>();
  const counts: Record<string, unknown> = {};
  const tables = [
    "sessions",
    "sign_ins",
    "devices",
    "password_resets",
    "waiting_passwords",
    "email_methods",
    "app_codes WHERE confirmed_at IS NOT NULL",
    "recovery_codes WHERE used_at IS NULL",
  ];
  for (const table of tables) {
    const where = table.includes("WHERE") ? `${table} AND` : `${table} WHERE`;
    const count = env.DB.prepare(`SELECT count(*) AS n FROM ${where} account_id = ?`).bind(accountId);
    counts[table] = await count.first("n");
  }
  const events = await env.DB.prepare("SELECT type FROM events WHERE account_id = ? ORDER BY at, seq")
    .bind(accountId)
    .all();
  const moved = account !== null && account.email !== email;
  return {
    ...counts,
    account: account && { moved, linksVoid: account.linksVoid },
    password: password && { changed: password.changed, isVoid: password.hash.startsWith("void:") },
    events: events.results.map(({ type }: Record<string, unknown>) => type),
  };
}

describe("a database that fails leaves an account as it was or as it should be, never between", () => {
  beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
  afterEach(() => void vi.restoreAllMocks());

  it.each(Object.entries(flows))(
    "in %s",
    async (_, flow) => {
      const done = await runFailing(flow, Number.POSITIVE_INFINITY);
      expect([done.failed, done.answer.status < 300]).toEqual([false, true]);
      expect(done.facts).not.toEqual(done.before);
      for (let trip = 1; ; trip++) {
        const { failed, answer, before, facts } = await runFailing(flow, trip);
        if (!failed) break;
        const isProblem = answer.status === 500 && answer.body.code === "internal";
        if (!isProblem) expect(answer.status).toBe(done.answer.status);
        expect({ trip, facts }).toEqual({ trip, facts: isProblem ? before : done.facts });
      }
    },
    120_000,
  );

  // A code that was judged right is spent, whatever follows: its use and the sign-in that it completes are two deeds.
  it("in a second step: a code that was spent is told, and the next one signs in", async () => {
    for (let trip = 1; ; trip++) {
      const person = await Person.signUp(new Service());
      const { recoveryCodes } = (await person.turnOnApp()).body;
      const { signIn } = (await person.startSignIn()).body;
      let failed = false;
      const fail = () => {
        failed = true;
        return Promise.reject(new Error("the database is down"));
      };
      const service = new Service({}, { DB: interruptedDatabase(trip, fail) });
      service.now = person.service.now;
      const answer = await service.post("/v1/sign-in/code", { signIn, method: "recovery", code: recoveryCodes[0] });
      if (!failed) break;
      if (answer.status !== 200) {
        expect(answer.body.code).toBe("internal");
        expect((await person.typeCode(signIn, "recovery", recoveryCodes[1])).body.status).toBe("complete");
      }
      const told = env.DB.prepare(
        "SELECT count(*) AS n FROM events WHERE account_id = ? AND type = 'recovery_code_used'",
      );
      const used = env.DB.prepare(
        "SELECT count(*) AS n FROM recovery_codes WHERE account_id = ? AND used_at IS NOT NULL",
      );
      expect(await told.bind(person.accountId).first("n")).toBe(await used.bind(person.accountId).first("n"));
      expect((await factsOf(person)).sign_ins).toBe(0);
    }
  }, 120_000);
});
