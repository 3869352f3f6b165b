import { describe, expect, it } from "vitest";
import { Person, wrongCode } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

async function personWithApp(): Promise<{ person: Person; signIn: string; recoveryCodes: string[] }> {
  const person = await Person.signUp(new Service());
  const { body } = await person.turnOnApp();
  person.service.pass(30);
  const { signIn } = (await person.startSignIn()).body;
  return { person, signIn, recoveryCodes: body.recoveryCodes };
}

describe("POST /v1/sign-in/code", () => {
  it("signs in with the app's code, at the higher assurance", async () => {
    const { person, signIn } = await personWithApp();
    const { status, body } = await person.typeCode(signIn, "app", person.appCode());
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "complete", account: { email: person.email } });
    const { session } = (await person.service.get("/v1/session", body.session)).body;
    expect(session).toMatchObject({ aal: 2, amr: ["pwd", "otp"], elevatedUntil: null });
  });

  it("signs in with a mailed code, at the lower assurance", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    const { signIn } = (await person.startSignIn()).body;
    const { body } = await person.typeCode(signIn, "email", await person.service.newestCode(person.email));
    const { session } = (await person.service.get("/v1/session", body.session)).body;
    expect(session).toMatchObject({ aal: 1, amr: ["pwd", "email"] });
  });

  it("signs in with a recovery code however it is typed, once, and tells the owner", async () => {
    const { person, signIn, recoveryCodes } = await personWithApp();
    const typed = recoveryCodes[3]?.toUpperCase().replaceAll("-", " ") ?? "";
    const { body } = await person.typeCode(signIn, "recovery", typed);
    expect(body).toMatchObject({ status: "complete" });
    expect((await person.account()).body.twoFactor.recoveryCodesLeft).toBe(9);
    const [mail] = await person.service.mailsTo(person.email);
    expect(mail?.subject).toBe("A recovery code was used on your account");
    expect(mail?.text).toContain("9 left");
    const next = (await person.startSignIn()).body.signIn;
    expect((await person.typeCode(next, "recovery", typed)).body.code).toBe("wrong_code");
  });

  it("counts tries down and is void after the fifth, even for the right code", async () => {
    const { person, signIn } = await personWithApp();
    for (const attemptsLeft of [4, 3, 2, 1, 0]) {
      const wrong = await person.typeCode(signIn, "app", wrongCode(person.appCode()));
      expect([wrong.status, wrong.body.code, wrong.body.attemptsLeft]).toEqual([401, "wrong_code", attemptsLeft]);
    }
    const right = await person.typeCode(signIn, "app", person.appCode());
    expect([right.status, right.body.code]).toEqual([401, "sign_in_expired"]);
  });

  it("judges no more than five of fifty guesses at once", async () => {
    const { person, signIn } = await personWithApp();
    const wrong = wrongCode(person.appCode());
    const answers = await Promise.all(Array.from({ length: 50 }, () => person.typeCode(signIn, "app", wrong)));
    expect(answers.filter(({ body }) => body.code === "wrong_code")).toHaveLength(5);
    expect(answers.filter(({ body }) => body.code === "sign_in_expired")).toHaveLength(45);
  });

  it.each(["app", "email", "recovery"] as const)("signs in once of ten requests with one %s code", async (method) => {
    const person = await Person.signUp(new Service());
    const { recoveryCodes } = (await person.turnOnApp()).body;
    await person.turnOnEmail();
    person.service.pass(30);
    const { signIn } = (await person.startSignIn()).body;
    await person.service.post("/v1/sign-in/email-code", { signIn });
    const codes = {
      app: person.appCode(),
      email: await person.service.newestCode(person.email),
      recovery: recoveryCodes[0],
    };
    const answers = await Promise.all(Array.from({ length: 10 }, () => person.typeCode(signIn, method, codes[method])));
    expect(answers.filter(({ body }) => body.status === "complete")).toHaveLength(1);
  });

  it("makes one session of two different right codes at once", async () => {
    const { person, signIn, recoveryCodes } = await personWithApp();
    const answers = await Promise.all([
      person.typeCode(signIn, "app", person.appCode()),
      person.typeCode(signIn, "recovery", recoveryCodes[0] ?? ""),
    ]);
    expect(answers.filter(({ body }) => body.status === "complete")).toHaveLength(1);
  });

  it("says when a right code has been used, on another sign-in too", async () => {
    const { person, signIn } = await personWithApp();
    const code = person.appCode();
    await person.typeCode(signIn, "app", code);
    const next = (await person.startSignIn()).body.signIn;
    const { status, body } = await person.typeCode(next, "app", code);
    expect(status).toBe(401);
    expect(body).toMatchObject({ code: "wrong_code", alreadyUsed: true });
  });

  it("is good once: a completed sign-in takes no further code", async () => {
    const { person, signIn, recoveryCodes } = await personWithApp();
    await person.typeCode(signIn, "app", person.appCode());
    const again = await person.typeCode(signIn, "recovery", recoveryCodes[0] ?? "");
    expect(again.body.code).toBe("sign_in_expired");
  });

  it("is good for ten minutes", async () => {
    const { person, signIn } = await personWithApp();
    person.service.pass(10 * 60);
    expect((await person.typeCode(signIn, "app", person.appCode())).body.code).toBe("sign_in_expired");
  });

  it("takes no code of a method that is not on", async () => {
    const { person, signIn } = await personWithApp();
    expect((await person.typeCode(signIn, "email", "123456")).status).toBe(401);
    const mailOnly = await Person.signUp(new Service());
    await mailOnly.turnOnEmail();
    const started = (await mailOnly.startSignIn()).body.signIn;
    expect((await mailOnly.typeCode(started, "app", "123456")).body.code).toBe("wrong_code");
  });

  it("takes no mailed code of another purpose or another sign-in", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    const first = (await person.startSignIn()).body.signIn;
    const firstCode = await person.service.newestCode(person.email);
    person.service.pass(30);
    const second = (await person.startSignIn()).body.signIn;
    const secondCode = await person.service.newestCode(person.email);
    if (firstCode !== secondCode) {
      expect((await person.typeCode(second, "email", firstCode)).body.code).toBe("wrong_code");
    }
    await person.service.post("/v1/step-up/email-code", {}, person);
    const stepUpCode = await person.service.newestCode(person.email);
    if (stepUpCode !== firstCode) {
      expect((await person.typeCode(first, "email", stepUpCode)).body.code).toBe("wrong_code");
    }
  });

  it.each([
    { signIn: "x", method: "app", code: "12345" },
    { signIn: "x", method: "sms", code: "123456" },
    { method: "app", code: "123456" },
    { signIn: "x", code: "123456" },
  ])("refuses %j as no valid request, without counting a try", async (wish) => {
    const { status, body } = await new Service().post("/v1/sign-in/code", wish);
    expect([status, body.code]).toEqual([400, "invalid_request"]);
  });
});
