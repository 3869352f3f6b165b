import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { operatorWith } from "../support/operator.ts";
import { resetPassword } from "../support/password-reset.ts";
import { Person, wrongCode } from "../support/person.ts";
import { emptyMailbox, Service, type TestAnswer } from "../support/service.ts";
import { watchedDatabase } from "../support/watched-database.ts";

beforeEach(emptyMailbox);

const day = 24 * 60 * 60;

/** Somebody who has just deleted their account. */
async function deleted(settings: Record<string, string> = {}): Promise<Person> {
  const person = await Person.signUp(new Service(settings));
  await person.stepUpByPassword();
  expect((await person.service.delete("/v1/account", { token: person.token, body: {} })).status).toBe(204);
  return person;
}

const remove = (person: Person) => person.service.delete("/v1/account", { token: person.token, body: {} });
const exists = async ({ accountId }: Person) =>
  (await env.DB.prepare("SELECT 1 FROM accounts WHERE id = ?").bind(accountId).first()) !== null;
const subjects = async ({ service, email }: Person) => (await service.mailsTo(email)).map(({ subject }) => subject);

/** Signs in and answers what waits. */
async function comeBack(person: Person): Promise<{ id: string; type: string; until: string }[]> {
  person.service.pass(1);
  const { body } = await person.startSignIn();
  expect(body.status).toBe("complete");
  person.token = body.session.token;
  return body.account.waiting;
}

const keep = (person: Person, id = ""): Promise<TestAnswer> =>
  person.service.delete(`/v1/account/waiting/${id}`, person);

describe("S11 a deleted account", () => {
  it("has no session, says by mail until when it is kept, and is gone after seven days", async () => {
    const person = await deleted();
    expect((await person.account()).status).toBe(401);
    const [mail] = await person.service.mailsTo(person.email);
    expect(mail?.subject).toBe("Your Latchkey account will be deleted");
    const until = new Date(person.service.now + 7 * day * 1000);
    expect(mail?.text).toContain(`${until.getUTCDate()}, ${until.getUTCFullYear()}`);
    person.service.pass(7 * day - 60);
    await person.service.runSchedule();
    expect(await exists(person)).toBe(true);
    person.service.pass(60);
    await person.service.runSchedule();
    expect(await exists(person)).toBe(false);
    expect(await subjects(person)).toContain("Your Latchkey account was deleted");
    expect((await Person.signUp(person.service, person.email)).accountId).not.toBe(person.accountId);
  });

  it("is kept by one press after signing in, without another code", async () => {
    const person = await deleted();
    const [waiting] = await comeBack(person);
    expect(waiting?.type).toBe("deletion");
    // However long somebody thinks it over.
    person.service.pass(3600);
    expect((await keep(person, waiting?.id)).status).toBe(204);
    expect((await person.account()).body.waiting).toEqual([]);
    person.service.pass(30 * day);
    await person.service.runSchedule();
    expect(await exists(person)).toBe(true);
    expect(await subjects(person)).toContain("Your Latchkey account is kept");
  });

  it("is kept with two-factor authentication on by the whole sign-in", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const device = await person.rememberBrowser();
    await person.stepUp();
    expect((await remove(person)).status).toBe(204);
    person.service.pass(60);
    // A browser that was remembered before skips nothing.
    const { signIn } = (await person.startSignIn(person.password, device)).body;
    const { body } = await person.typeCode(signIn, "app", person.appCode());
    person.token = body.session.token;
    expect((await keep(person, body.account.waiting[0].id)).status).toBe(204);
  });

  it("is not kept by a session that somebody else's id is named to", async () => {
    const person = await deleted();
    const [waiting] = await comeBack(person);
    const other = await Person.signUp(person.service);
    await other.stepUpByPassword();
    expect((await keep(other, waiting?.id)).body.code).toBe("not_found");
    expect((await person.account()).body.waiting).toHaveLength(1);
  });

  it("keeps its address, whose owner is told of a sign-up", async () => {
    const person = await deleted();
    person.service.pass(60);
    const asked = { email: person.email, password: "seven lanterns on a pier" };
    expect((await person.service.post("/v1/accounts", asked)).status).toBe(202);
    expect((await comeBack(person))[0]?.type).toBe("deletion");
  });

  it("can be reset and kept by an owner who has forgotten the password", async () => {
    const person = await deleted();
    person.service.pass(60);
    const { body } = await resetPassword(person);
    person.token = body.session.token;
    expect((await keep(person, body.account.waiting[0].id)).status).toBe(204);
  });

  it("lives on where its owner says that it was somebody else", async () => {
    const person = await deleted();
    expect((await person.service.post("/v1/not-me", { link: await person.mailedLink("not-me") })).status).toBe(204);
    person.service.pass(8 * day);
    await person.service.runSchedule();
    expect(await exists(person)).toBe(true);
  });

  it("that is kept in the very moment when its time has come keeps its codes and its counts", async () => {
    const moment = { keeps: "" };
    const database = watchedDatabase(env.DB, async (trip, statements) => {
      const isTheDeed = statements > 1 && moment.keeps !== "";
      if (isTheDeed) await env.DB.prepare("DELETE FROM deletions WHERE account_id = ?").bind(moment.keeps).run();
      return trip();
    });
    const service = new Service({}, { DB: database });
    const person = await Person.signUp(service);
    await person.turnOnEmail();
    await person.stepUpByEmail();
    expect((await remove(person)).status).toBe(204);
    service.pass(7 * day);
    const { signIn } = (await person.startSignIn()).body;
    const code = await service.newestCode(person.email);
    await person.typeCode(signIn, "email", wrongCode(code));
    const ofAccount = "SELECT key, failures FROM throttles WHERE key LIKE '%' || ?";
    const counted = await env.DB.prepare(ofAccount).bind(person.accountId).all();
    expect(counted.results.length).toBeGreaterThan(0);
    moment.keeps = person.accountId;
    await service.runSchedule();
    moment.keeps = "";
    expect(await exists(person)).toBe(true);
    expect((await env.DB.prepare(ofAccount).bind(person.accountId).all()).results).toEqual(counted.results);
    expect((await person.typeCode(signIn, "email", code)).body.status).toBe("complete");
  });

  it("is deleted once, and the first date stands, however often that is asked for", async () => {
    const person = await deleted();
    const [first] = await comeBack(person);
    await person.stepUpByPassword();
    expect((await remove(person)).status).toBe(204);
    expect(await comeBack(person)).toEqual([first]);
    const told = (await subjects(person)).filter((subject) => subject.includes("will be deleted"));
    expect(told).toHaveLength(1);
  });

  it("is shown to an administrator with its date, who can delete it immediately meanwhile", async () => {
    const person = await deleted();
    const { token } = await operatorWith(person.service);
    const seen = (await person.service.get(`/v1/admin/people/${person.accountId}`, { token })).body;
    expect(seen.waiting).toMatchObject([{ type: "deletion" }]);
    expect((await person.service.delete(`/v1/admin/people/${person.accountId}`, { token })).status).toBe(204);
    expect(await exists(person)).toBe(false);
  });

  it("is gone immediately with DELETION_DAYS=0", async () => {
    const person = await deleted({ DELETION_DAYS: "0" });
    expect(await exists(person)).toBe(false);
    expect(await subjects(person)).toContain("Your Latchkey account was deleted");
  });
});
