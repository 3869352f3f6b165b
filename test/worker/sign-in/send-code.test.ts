import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

describe("POST /v1/sign-in/email-code", () => {
  it("mails a new code after 30 s and voids the old one", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    const { signIn } = (await person.startSignIn()).body;
    const old = await person.service.newestCode(person.email);
    const tooSoon = await person.service.post("/v1/sign-in/email-code", { signIn });
    expect(tooSoon.body).toMatchObject({ code: "too_many_attempts", retryAfter: 30 });

    person.service.pass(30);
    const sent = await person.service.post("/v1/sign-in/email-code", { signIn });
    expect(sent.status).toBe(202);
    expect(sent.body).toEqual({
      sentTo: expect.stringMatching(/^p•••.@example\.com$/),
      expiresAt: new Date(person.service.now + 600_000).toISOString(),
      resendAfter: new Date(person.service.now + 30_000).toISOString(),
    });
    const fresh = await person.service.newestCode(person.email);
    if (old !== fresh) expect((await person.typeCode(signIn, "email", old)).body.code).toBe("wrong_code");
    expect((await person.typeCode(signIn, "email", fresh)).body.status).toBe("complete");
  });

  it("sends to a person who prefers the app but has e-mail on", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    await person.turnOnEmail();
    const { signIn } = (await person.startSignIn()).body;
    expect((await person.service.post("/v1/sign-in/email-code", { signIn })).status).toBe(202);
    const code = await person.service.newestCode(person.email);
    expect((await person.typeCode(signIn, "email", code)).body.status).toBe("complete");
  });

  it("never sends to a person who has only an app", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const { signIn } = (await person.startSignIn()).body;
    const mails = (await person.service.mailsTo(person.email)).length;
    expect((await person.service.post("/v1/sign-in/email-code", { signIn })).status).toBe(404);
    expect(await person.service.mailsTo(person.email)).toHaveLength(mails);
  });

  it("gives no more tries: a new code leaves the sign-in's count as it is", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    const { signIn } = (await person.startSignIn()).body;
    for (let tries = 0; tries < 4; tries++) await person.typeCode(signIn, "email", "000000");
    person.service.pass(30);
    await person.service.post("/v1/sign-in/email-code", { signIn });
    expect((await person.typeCode(signIn, "email", "000000")).body.attemptsLeft).toBe(0);
    const code = await person.service.newestCode(person.email);
    expect((await person.typeCode(signIn, "email", code)).body.code).toBe("sign_in_expired");
  });

  it("does not know a sign-in that never was", async () => {
    const { status, body } = await new Service().post("/v1/sign-in/email-code", { signIn: "nothing" });
    expect([status, body.code]).toEqual([401, "sign_in_expired"]);
  });
});
