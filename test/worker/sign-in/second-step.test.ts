import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

/** Two sign-ins, the second one within the pause between two mails; and the one code that was mailed. */
async function twoSignIns() {
  const person = await Person.signUp(new Service());
  await person.turnOnEmail();
  const first = (await person.startSignIn()).body;
  const mails = (await person.service.mailsTo(person.email)).length;
  person.service.pass(20);
  const second = (await person.startSignIn()).body;
  expect(await person.service.mailsTo(person.email)).toHaveLength(mails);
  return { person, first, second, code: await person.service.newestCode(person.email) };
}

describe("The code that was mailed a moment ago for an earlier sign-in", () => {
  it("is the one that works, and the answer says until when, and when another can be asked for", async () => {
    const { person, first, second, code } = await twoSignIns();
    expect(first.codeExpiresAt).toBeUndefined();
    // A sign-in and the code that is mailed with it live for the same ten minutes.
    expect([second.preferred, second.codeExpiresAt]).toEqual(["email", first.expiresAt]);
    const secondsToWait = (Date.parse(second.resendAfter) - person.service.now) / 1000;
    expect(secondsToWait).toBeGreaterThan(0);
    expect(secondsToWait).toBeLessThanOrEqual(10);
    expect((await person.typeCode(second.signIn, "email", code)).body.status).toBe("complete");
    expect((await person.typeCode(first.signIn, "email", code)).body.code).toBe("code_expired");
  });

  it("works for the first of both alike", async () => {
    const { person, first, second, code } = await twoSignIns();
    expect((await person.typeCode(first.signIn, "email", code)).body.status).toBe("complete");
    expect((await person.typeCode(second.signIn, "email", code)).body.code).toBe("code_expired");
  });

  it("serves once, of both at the same moment", async () => {
    const { person, first, second, code } = await twoSignIns();
    const answers = await Promise.all([first, second].map(({ signIn }) => person.typeCode(signIn, "email", code)));
    expect(answers.map(({ body }) => body.status ?? body.code)).toContain("complete");
    expect(answers.filter(({ body }) => body.status === "complete")).toHaveLength(1);
  });

  it("lives no longer for that", async () => {
    const { person, second, code } = await twoSignIns();
    person.service.pass(580);
    expect((await person.typeCode(second.signIn, "email", code)).body.code).toBe("code_expired");
  });

  it("has five tries over both, so that starting over buys none", async () => {
    const { person, first, second, code } = await twoSignIns();
    const wrong = code === "000000" ? "000001" : "000000";
    for (let tries = 0; tries < 3; tries++) await person.typeCode(first.signIn, "email", wrong);
    expect((await person.typeCode(second.signIn, "email", wrong)).body.attemptsLeft).toBe(1);
    expect((await person.typeCode(second.signIn, "email", wrong)).body.attemptsLeft).toBe(0);
    person.service.pass(300);
    expect((await person.typeCode(second.signIn, "email", code)).body.code).toBe("code_expired");
  });

  it("is void for both once a new one was asked for, which works", async () => {
    const { person, first, second, code } = await twoSignIns();
    person.service.pass(30);
    const sent = await person.service.post("/v1/sign-in/email-code", { signIn: second.signIn });
    expect(sent.status).toBe(202);
    const fresh = await person.service.newestCode(person.email);
    if (fresh !== code) {
      for (const { signIn } of [first, second]) {
        expect((await person.typeCode(signIn, "email", code)).body.code).toBe("wrong_code");
      }
    }
    expect((await person.typeCode(second.signIn, "email", fresh)).body.status).toBe("complete");
  });

  it("is no code of a sign-in that is over, or that a new password has ended", async () => {
    const { person, first } = await twoSignIns();
    const code = await person.service.newestCode(person.email);
    await person.typeCode(first.signIn, "email", code);
    const over = (await person.startSignIn()).body;
    expect([over.codeExpiresAt, over.preferred]).toEqual([undefined, "email"]);
    expect(over.resendAfter).toEqual(expect.any(String));

    const other = await twoSignIns();
    await other.person.stepUpByEmail();
    const newPassword = "another quiet harbour";
    const change = { currentPassword: other.person.password, newPassword };
    expect((await other.person.service.put("/v1/account/password", change, other.person)).status).toBe(204);
    expect((await other.person.typeCode(other.second.signIn, "email", other.code)).body.code).toBe("sign_in_expired");
  });

  it("is the code of that account alone", async () => {
    const { person, code } = await twoSignIns();
    const stranger = await Person.signUp(person.service);
    await stranger.turnOnEmail();
    await stranger.startSignIn();
    const second = (await stranger.startSignIn()).body;
    const theirs = await stranger.service.newestCode(stranger.email);
    if (theirs !== code) expect((await stranger.typeCode(second.signIn, "email", code)).body.code).toBe("wrong_code");
    expect((await stranger.typeCode(second.signIn, "email", theirs)).body.status).toBe("complete");
  });

  it("keeps e-mail first where there is an app too", async () => {
    const person = await Person.signUp(new Service());
    const { account } = (await person.turnOnEmail()).body;
    await person.turnOnApp();
    const [{ id: preferred }] = account.twoFactor.methods;
    expect((await person.service.patch("/v1/account/two-factor", { preferred }, person)).status).toBe(200);
    await person.startSignIn();
    const second = (await person.startSignIn()).body;
    expect([second.preferred, second.codeExpiresAt]).toEqual(["email", expect.any(String)]);
  });
});
