import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { Person, wrongCode } from "../../../support/person.ts";
import { Service } from "../../../support/service.ts";

const newAddress = () => `new-${crypto.randomUUID()}@example.com`;

async function steppedUp(service = new Service()): Promise<Person> {
  const person = await Person.signUp(service);
  await person.stepUpByPassword();
  return person;
}

const ask = (person: Person, newEmail: string) => person.service.put("/v1/account/email", { newEmail }, person);
const confirm = (person: Person, code: string) => person.service.post("/v1/account/email/confirm", { code }, person);
const undo = (person: Person, link: string) => person.service.post("/v1/account/email/undo", { link });

async function moved(person: Person, newEmail = newAddress()): Promise<string> {
  expect((await ask(person, newEmail)).status).toBe(202);
  expect((await confirm(person, await person.service.newestCode(newEmail))).status).toBe(200);
  return newEmail;
}

describe("PUT /v1/account/email", () => {
  it("sends a code to the new address, tells the old one, and changes nothing yet", async () => {
    const person = await steppedUp();
    const newEmail = newAddress();
    const { status, body } = await ask(person, newEmail);
    expect(status).toBe(202);
    expect(body).toEqual({
      sentTo: expect.stringMatching(/^n•••[\da-f]@example\.com$/),
      expiresAt: expect.any(String),
      resendAfter: expect.any(String),
    });
    expect(await person.service.newestCode(newEmail)).toMatch(/^\d{6}$/);
    const [mail] = await person.service.mailsTo(person.email);
    expect(mail?.subject).toBe("Someone asked to change the address of your account");
    expect(mail?.text).toMatch(/n•••[\da-f]@example\.com/);
    expect((await person.account()).body.email).toBe(person.email);
  });

  it("needs a step-up, at both of its steps", async () => {
    const person = await Person.signUp(new Service());
    expect((await ask(person, newAddress())).body).toMatchObject({ code: "step_up_required", methods: ["password"] });
    await person.stepUpByPassword();
    const newEmail = newAddress();
    await ask(person, newEmail);
    person.service.pass(9 * 60);
    const late = await person.startSignIn();
    const code = await person.service.newestCode(newEmail);
    const refused = await person.service.post("/v1/account/email/confirm", { code }, late.body.session);
    expect(refused.body.code).toBe("step_up_required");
  });

  it("answers the same for a taken address, tells its owner, and has sent the code to nobody", async () => {
    const service = new Service();
    const [person, owner] = [await steppedUp(service), await Person.signUp(service)];
    const { status, body } = await ask(person, owner.email.toUpperCase());
    expect(status).toBe(202);
    expect(Object.keys(body)).toEqual(["sentTo", "expiresAt", "resendAfter"]);
    const [mail] = await service.mailsTo(owner.email);
    expect(mail?.subject).toBe("This address already has a Latchkey account");
    expect(mail?.text).not.toMatch(/\d{6}/);
    expect((await confirm(person, "123456")).body).toMatchObject({ code: "wrong_code", attemptsLeft: 4 });
  });

  it("sends no second mail within 30 s, whatever the address", async () => {
    const person = await steppedUp();
    await ask(person, newAddress());
    const other = newAddress();
    expect((await ask(person, other)).body).toMatchObject({ code: "too_many_attempts" });
    expect(await person.service.mailsTo(other)).toEqual([]);
  });

  it.each([{}, { newEmail: "ana" }, { newEmail: 1 }])("refuses %j", async (body) => {
    const person = await steppedUp();
    expect((await person.service.put("/v1/account/email", body, person)).body.code).toBe("invalid_request");
  });
});

describe("POST /v1/account/email/confirm", () => {
  it("gives the account its new address, which signs in from then on", async () => {
    const person = await steppedUp();
    const newEmail = await moved(person);
    expect((await person.account()).body.email).toBe(newEmail);
    const signIn = (email: string) => person.service.post("/v1/sign-in", { email, password: person.password });
    expect((await signIn(newEmail)).body.status).toBe("complete");
    expect((await signIn(person.email)).body.code).toBe("wrong_credentials");
    const [old] = await person.service.mailsTo(person.email);
    expect(old?.text).toContain("/undo-email?link=");
    const news = await person.service.mailsTo(newEmail);
    expect(news.map(({ subject }) => subject)).toContain("This is now the address of your Latchkey account");
    for (const { text } of news) expect(text).not.toContain("/undo-email");
  });

  it("takes the code of the newest change only, five times, for ten minutes", async () => {
    const person = await steppedUp();
    const [first, second] = [newAddress(), newAddress()];
    await ask(person, first);
    person.service.pass(31);
    await ask(person, second);
    const old = await person.service.newestCode(first);
    const code = await person.service.newestCode(second);
    if (old !== code) expect((await confirm(person, old)).body.code).toBe("wrong_code");
    for (let tries = 0; tries < 5; tries++) await confirm(person, wrongCode(code));
    expect((await confirm(person, code)).body.code).toBe("code_expired");
    expect((await person.account()).body.email).toBe(person.email);
  });

  it("gives an address that somebody else has by now to nobody", async () => {
    const person = await steppedUp();
    const newEmail = newAddress();
    await ask(person, newEmail);
    const code = await person.service.newestCode(newEmail);
    await Person.signUp(person.service, newEmail);
    expect((await confirm(person, code)).body.code).toBe("code_expired");
    expect((await person.account()).body.email).toBe(person.email);
  });

  it("moves once, of many at once", async () => {
    const person = await steppedUp();
    const newEmail = newAddress();
    await ask(person, newEmail);
    const code = await person.service.newestCode(newEmail);
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(person, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const mails = await person.service.mailsTo(person.email);
    expect(mails.filter(({ text }) => text.includes("/undo-email?"))).toHaveLength(1);
  });

  it("is not for another account's code", async () => {
    const service = new Service();
    const [one, other] = [await steppedUp(service), await steppedUp(service)];
    const newEmail = newAddress();
    await ask(one, newEmail);
    expect((await confirm(other, await service.newestCode(newEmail))).body.code).toBe("code_expired");
  });
});

describe("POST /v1/account/email/undo", () => {
  it("puts the old address back, ends every session and asks for a new password", async () => {
    const person = await steppedUp();
    const newEmail = await moved(person);
    const link = await person.mailedLink("undo-email");
    expect((await undo(person, link)).status).toBe(204);
    expect((await person.account()).status).toBe(401);
    expect((await person.startSignIn()).body.code).toBe("password_reset_required");
    const atNew = await person.service.post("/v1/sign-in", { email: newEmail, password: person.password });
    expect(atNew.body.code).toBe("wrong_credentials");
    expect((await undo(person, link)).body.code).toBe("link_expired");
  });

  it("undoes what came after it too, and the thief's own links are void", async () => {
    const person = await steppedUp();
    const thiefs = await moved(person);
    const link = await person.mailedLink("undo-email");
    person.service.pass(31);
    await moved(person);
    const thiefsLink = await person.mailedLink("undo-email", thiefs);
    const thiefsNotMe = await person.mailedLink("not-me", thiefs);
    expect((await undo(person, link)).status).toBe(204);
    expect((await undo(person, thiefsLink)).status).toBe(410);
    expect((await person.service.post("/v1/not-me", { link: thiefsNotMe })).status).toBe(410);
    const email = env.DB.prepare("SELECT email FROM accounts WHERE id = ?").bind(person.accountId);
    expect(await email.first("email")).toBe(person.email);
  });

  it("works for seven days", async () => {
    const person = await steppedUp();
    await moved(person);
    const link = await person.mailedLink("undo-email");
    person.service.pass(7 * 24 * 60 * 60);
    expect((await undo(person, link)).body.code).toBe("link_expired");
  });

  it("does not take an address from somebody who has it by now", async () => {
    const person = await steppedUp();
    await moved(person);
    const link = await person.mailedLink("undo-email");
    person.service.pass(30);
    const next = await Person.signUp(person.service, person.email);
    expect((await undo(person, link)).status).toBe(410);
    expect((await next.account()).body.email).toBe(person.email);
  });
});
