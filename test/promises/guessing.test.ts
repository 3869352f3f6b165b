import { describe, expect, it } from "vitest";
import { Person, wrongCode } from "../support/person.ts";
import { Service } from "../support/service.ts";

describe("G1 a sign-in in progress takes five wrong codes", () => {
  it("G1 over all methods together, and is then void", async () => {
    const person = await Person.signUp(new Service());
    const { recoveryCodes } = (await person.turnOnApp()).body;
    await person.turnOnEmail();
    person.service.pass(30);
    const { signIn } = (await person.startSignIn()).body;
    await person.service.post("/v1/sign-in/email-code", { signIn });
    const wrongMail = wrongCode(await person.service.newestCode(person.email));
    await person.typeCode(signIn, "app", wrongCode(person.appCode()));
    await person.typeCode(signIn, "email", wrongMail);
    await person.typeCode(signIn, "recovery", "0000-0000-0000-0000");
    await person.typeCode(signIn, "app", wrongCode(person.appCode()));
    expect((await person.typeCode(signIn, "email", wrongMail)).body.attemptsLeft).toBe(0);
    for (const [method, code] of [
      ["app", person.appCode()],
      ["recovery", recoveryCodes[0]],
    ] as const) {
      expect((await person.typeCode(signIn, method, code)).body.code).toBe("sign_in_expired");
    }
  });

  it("G1 also of fifty at once, and a right one among them does not open more", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    person.service.pass(30);
    const { signIn } = (await person.startSignIn()).body;
    const wrong = wrongCode(person.appCode());
    const answers = await Promise.all(Array.from({ length: 50 }, () => person.typeCode(signIn, "app", wrong)));
    expect(answers.filter(({ body }) => body.code === "wrong_code")).toHaveLength(5);
  });
});
