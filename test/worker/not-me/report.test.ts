import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { interruptedDatabase } from "../../support/interrupted-database.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const day = 24 * 60 * 60;
const newPassword = "seven lanterns on a pier";

/** Somebody whose password a thief has just changed: the mail that tells of it has the link. */
async function robbedPerson() {
  const person = await Person.signUp(new Service());
  const thief = (await person.startSignIn()).body.session;
  const change = { currentPassword: person.password, newPassword };
  expect((await person.service.put("/v1/account/password", change, thief)).status).toBe(204);
  return { person, thief, link: await person.mailedLink("not-me") };
}

const report = (person: Person, link: string) => person.service.post("/v1/not-me", { link });

describe("POST /v1/not-me", () => {
  it("ends all sessions and asks for a new password, once that was right", async () => {
    const { person, thief, link } = await robbedPerson();
    expect((await report(person, link)).status).toBe(204);
    expect((await person.service.get("/v1/session", thief)).status).toBe(401);
    const right = await person.startSignIn(newPassword);
    expect([right.status, right.body.code]).toEqual([403, "password_reset_required"]);
    expect(right.body.session).toBeUndefined();
    const wrong = await person.startSignIn("not the password");
    expect([wrong.status, wrong.body.code]).toEqual([401, "wrong_credentials"]);
  });

  it("ends sign-ins in progress, and the right code begins none", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const { signIn } = (await person.startSignIn()).body;
    person.service.pass(30);
    expect((await report(person, await person.mailedLink("not-me"))).status).toBe(204);
    expect((await person.typeCode(signIn, "app", person.appCode())).body.code).toBe("sign_in_expired");
    expect((await person.startSignIn()).body.code).toBe("password_reset_required");
  });

  it("works once, and voids the links of all mails before it", async () => {
    const { person, link } = await robbedPerson();
    const later = (await person.startSignIn(newPassword)).body.session;
    const change = { currentPassword: newPassword, newPassword: person.password };
    await person.service.put("/v1/account/password", change, later);
    const newer = await person.mailedLink("not-me");
    expect(newer).not.toBe(link);
    const answers = await Promise.all(Array.from({ length: 8 }, () => report(person, newer)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    for (const used of [newer, link]) {
      const { status, body } = await report(person, used);
      expect([status, body.code]).toEqual([410, "link_expired"]);
    }
    const events = env.DB.prepare("SELECT count(*) AS n FROM events WHERE account_id = ? AND type = 'reported_not_me'");
    expect(await events.bind(person.accountId).first("n")).toBe(1);
  });

  it("is good for seven days", async () => {
    const { person, link } = await robbedPerson();
    person.service.pass(7 * day);
    expect((await report(person, link)).body.code).toBe("link_expired");
    expect((await person.startSignIn(newPassword)).body.status).toBe("complete");
  });

  it("takes no link that was altered, or that is for something or somebody else", async () => {
    const { person, link } = await robbedPerson();
    const other = await Person.signUp(person.service);
    const [, ...rest] = link.split(".");
    for (const wrong of [[other.accountId, ...rest].join("."), `${link}x`, "x", "a..b.c"]) {
      expect((await report(person, wrong)).status).toBe(410);
    }
    expect((await other.account()).status).toBe(200);
    expect((await person.startSignIn(newPassword)).body.status).toBe("complete");
  });

  it("changes nothing by a GET, which is what scanners of mail send", async () => {
    const { person, thief, link } = await robbedPerson();
    for (const path of ["/not-me", "/v1/not-me"]) await person.service.get(`${path}?link=${link}`);
    expect((await person.service.get("/v1/session", thief)).status).toBe(200);
    expect((await person.startSignIn(newPassword)).body.status).toBe("complete");
  });
});

describe("a void password", () => {
  it("does not become good by a sign-in that hashes it anew", async () => {
    const { person, link } = await robbedPerson();
    await report(person, link);
    for (let tries = 0; tries < 2; tries++) {
      expect((await person.startSignIn(newPassword)).body.code).toBe("password_reset_required");
    }
    const hash = await env.DB.prepare("SELECT hash FROM passwords WHERE account_id = ?")
      .bind(person.accountId)
      .first("hash");
    expect(hash).toMatch(/^void:\$argon2id\$/);
  });

  it.each([
    ["session", false],
    ["sign-in in progress", true],
  ])("begins no %s where it is voided while it is being checked", async (_, hasApp) => {
    const person = await Person.signUp(new Service());
    if (hasApp) await person.turnOnApp();
    const change = { currentPassword: person.password, newPassword };
    await person.service.put("/v1/account/password", change, person);
    const link = await person.mailedLink("not-me");
    const meanwhile = async () => expect((await report(person, link)).status).toBe(204);
    const service = new Service({}, { DB: interruptedDatabase(2, meanwhile) });
    const { status, body } = await service.post("/v1/sign-in", { email: person.email, password: newPassword });
    expect([status, body.code]).toEqual([401, "wrong_credentials"]);
    for (const table of ["sessions", "sign_ins"]) {
      const count = env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE account_id = ?`);
      expect(await count.bind(person.accountId).first("n")).toBe(0);
    }
  });
});
