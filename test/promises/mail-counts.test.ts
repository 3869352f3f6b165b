import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";

const newPassword = "seven lanterns on a pier";
const gathered = "Recent activity on your Latchkey account";
const newSignIn = "New sign-in to your Latchkey account";
const changed = "Your Latchkey password was changed";

const newAddress = () => `other-${crypto.randomUUID()}@example.com`;
const subjectsTo = async ({ service, email }: Person) => (await service.mailsTo(email)).map(({ subject }) => subject);
const countOf = async (person: Person, subject: string) =>
  (await subjectsTo(person)).filter((each) => each === subject).length;

/** Signs in by the password from so many browsers that were never seen, four at a time. */
async function signInFrom(person: Person, browsers: number, network = 1): Promise<void> {
  const signIn = (at: number) =>
    person.startSignIn(person.password, {
      "User-Agent": `Firefox/${network}${100 + at}.0 (X11; Linux x86_64)`,
      "CF-Connecting-IP": `198.${network}.${at}.7`,
    });
  for (let at = 0; at < browsers; at += 4) {
    const some = Array.from({ length: Math.min(4, browsers - at) }, (_, next) => signIn(at + next));
    for (const { body } of await Promise.all(some)) expect(body.status).toBe("complete");
  }
}

async function withApp(): Promise<Person> {
  const person = await Person.signUp(new Service());
  await person.turnOnApp();
  await person.stepUp();
  return person;
}

describe("G7 changes of protection are limited, since each is mailed", () => {
  it("G7 forty renewals of recovery codes at once make ten, and ten mails; a day later they go on", async () => {
    const person = await withApp();
    const renew = () => person.service.post("/v1/account/recovery-codes", {}, person);
    const answers = await Promise.all(Array.from({ length: 40 }, renew));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(30);
    for (const { body } of refused) {
      expect(body.code).toBe("too_many_attempts");
      expect(body.retryAfter).toBeGreaterThan(23 * 60 * 60);
      expect(body.retryAfter).toBeLessThanOrEqual(24 * 60 * 60);
    }
    expect(await countOf(person, "You have new recovery codes")).toBe(10);
    person.service.pass(24 * 60 * 60);
    await person.stepUp();
    expect((await renew()).status).toBe(201);
  });

  it("G7 what was refused has changed nothing", async () => {
    const person = await withApp();
    let codes: string[] = [];
    for (let times = 0; times < 10; times++) {
      codes = (await person.service.post("/v1/account/recovery-codes", {}, person)).body.recoveryCodes;
    }
    expect((await person.service.post("/v1/account/recovery-codes", {}, person)).status).toBe(429);
    person.service.pass(60);
    const { signIn } = (await person.startSignIn()).body;
    expect((await person.typeCode(signIn, "recovery", codes[0] ?? "")).body.status).toBe("complete");
  });

  it("G7 the eleventh method of a day is refused, and removing never is", async () => {
    const person = await withApp();
    const add = async () => {
      person.service.pass(30);
      return person.turnOnApp();
    };
    const remove = async (body: { account: { twoFactor: { methods: { id: string }[] } } }) => {
      const id = body.account.twoFactor.methods.at(-1)?.id;
      await person.stepUp();
      return person.service.delete(`/v1/account/two-factor/${id}`, person);
    };
    for (let times = 1; times < 10; times++) {
      const added = await add();
      expect(added.status).toBe(200);
      expect((await remove(added.body)).status).toBe(204);
    }
    // The setup itself: nobody is led through one that could not be finished (promise G8).
    for (const path of ["two-factor/app", "two-factor/email", "passkeys/options"]) {
      const { status, body } = await person.service.post(`/v1/account/${path}`, {}, person);
      expect([status, body.code], path).toEqual([429, "too_many_attempts"]);
      expect(body.retryAfter).toBeGreaterThan(23 * 60 * 60);
    }
  });

  it("G7 so are changes of the password", async () => {
    const person = await Person.signUp(new Service());
    const change = (currentPassword: string, next: string) =>
      person.service.put("/v1/account/password", { currentPassword, newPassword: next, signOutOthers: false }, person);
    let current = person.password;
    for (let times = 0; times < 10; times++) {
      const next = `${newPassword} ${times}`;
      expect((await change(current, next)).status).toBe(204);
      current = next;
    }
    expect((await change(current, newPassword)).body.code).toBe("too_many_attempts");
    expect(await countOf(person, changed)).toBe(10);
    expect((await person.startSignIn(current)).body.status).toBe("complete");
  });
});

describe("G7 news that are many are gathered into one mail", () => {
  it("G7 within the hour, the same once, with the link that shuts everybody out", async () => {
    const person = await Person.signUp(new Service());
    await signInFrom(person, 12);
    expect(await countOf(person, newSignIn)).toBe(10);
    person.service.pass(30 * 60);
    await signInFrom(person, 2, 200);
    await person.service.runSchedule();
    expect(await countOf(person, gathered)).toBe(0);
    person.service.pass(25 * 60);
    await Promise.all([person.service.runSchedule(), person.service.runSchedule()]);
    expect(await countOf(person, newSignIn)).toBe(10);
    const mails = (await person.service.mailsTo(person.email)).filter(({ subject }) => subject === gathered);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text.match(/New sign-in to your Latchkey account/g)).toHaveLength(1);
    expect(mails[0]?.text).toMatch(/Firefox on Linux · 4 times, most recently on /);
    const link = await person.mailedLink("not-me");
    expect((await person.service.post("/v1/not-me", { link })).status).toBe(204);
    expect((await person.account()).status).toBe(401);
  });

  it("G7 and not what says that the protection has changed", async () => {
    const person = await Person.signUp(new Service());
    await signInFrom(person, 11);
    const change = { currentPassword: person.password, newPassword };
    expect((await person.service.put("/v1/account/password", change, person)).status).toBe(204);
    expect((await subjectsTo(person))[0]).toBe(changed);
    await person.turnOnApp();
    expect((await subjectsTo(person))[0]).toBe("A sign-in method was added to your account");
  });

  it("G7 an hour later each has its own mail again", async () => {
    const person = await Person.signUp(new Service());
    await signInFrom(person, 11);
    person.service.pass(61 * 60);
    await person.service.runSchedule();
    await signInFrom(person, 1, 100);
    expect(await countOf(person, newSignIn)).toBe(11);
    expect(await countOf(person, gathered)).toBe(1);
  });

  it("G7 by mailbox, whatever +tags its accounts have", async () => {
    const service = new Service();
    const name = `tags-${crypto.randomUUID()}`;
    const one = await Person.signUp(service, `${name}+one@example.com`);
    service.pass(60);
    const other = await Person.signUp(service, `${name}+other@example.com`);
    await signInFrom(one, 6);
    await signInFrom(other, 6);
    expect((await countOf(one, newSignIn)) + (await countOf(other, newSignIn))).toBe(10);
  });

  it("G7 sign-ups with ever new +tags mail one mailbox no more than ten codes an hour", async () => {
    const service = new Service();
    const name = `flood-${crypto.randomUUID()}`;
    const signUp = (tag: string) =>
      service.post("/v1/accounts", { email: `${name}${tag}@example.com`, password: newPassword });
    const answers = [];
    for (let at = 0; at < 12; at++) answers.push(await signUp(`+${at}`));
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(202), 429, 429]);
    expect(answers.at(-1)?.body.retryAfter).toBeGreaterThan(59 * 60);
    expect((await service.post("/v1/accounts", { email: newAddress(), password: newPassword })).status).toBe(202);
    service.pass(60 * 60);
    expect((await signUp("+more")).status).toBe(202);
  });

  it("G7 nothing that was sent is kept but that it was, for a day", async () => {
    const person = await Person.signUp(new Service());
    await signInFrom(person, 2);
    const rows = () => env.DB.prepare("SELECT * FROM outbox WHERE account_id = ?").bind(person.accountId).all();
    expect((await rows()).results).toMatchObject(Array(2).fill({ recipient: "", subject: "", text: "", html: "" }));
    person.service.pass(24 * 60 * 60 + 1);
    await person.service.runSchedule();
    expect((await rows()).results).toEqual([]);
  });
});
