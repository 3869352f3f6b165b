import { describe, expect, it } from "vitest";
import { Person, wrongCode } from "../support/person.ts";
import { Service, type TestAnswer } from "../support/service.ts";

const codesOf = (answers: TestAnswer[]) => answers.map(({ body }) => body.code ?? body.status);
const howMany = (answers: TestAnswer[], code: string) => codesOf(answers).filter((each) => each === code).length;

async function personWithApp(): Promise<{ person: Person; recoveryCodes: string[] }> {
  const person = await Person.signUp(new Service());
  const { recoveryCodes } = (await person.turnOnApp()).body;
  person.service.pass(30);
  return { person, recoveryCodes };
}

/** Starts a sign-in and types one wrong code of the app. */
async function guessAnew(person: Person): Promise<TestAnswer> {
  const { signIn } = (await person.startSignIn()).body;
  return person.typeCode(signIn, "app", wrongCode(person.appCode()));
}

function guessByStepUp(person: Person): Promise<TestAnswer> {
  return person.service.post("/v1/step-up", { method: "app", code: wrongCode(person.appCode()) }, person);
}

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
    const { person } = await personWithApp();
    const { signIn } = (await person.startSignIn()).body;
    const wrong = wrongCode(person.appCode());
    const answers = await Promise.all(Array.from({ length: 50 }, () => person.typeCode(signIn, "app", wrong)));
    expect(howMany(answers, "wrong_code")).toBe(5);
  });
});

describe("G1 wrong second steps of an account are counted together", () => {
  it("G1 guesses spread over a hundred new sign-ins buy nothing", async () => {
    const { person } = await personWithApp();
    const answers = [];
    for (let signIns = 0; signIns < 100; signIns++) answers.push(await guessAnew(person));
    expect(howMany(answers, "wrong_code")).toBe(5);
    expect(howMany(answers, "too_many_attempts")).toBe(95);
  });

  it("G1 waits double, and are said in the body and the header", async () => {
    const { person } = await personWithApp();
    for (let tries = 0; tries < 5; tries++) expect((await guessAnew(person)).body.code).toBe("wrong_code");
    for (const wait of [30, 60, 120, 240]) {
      const refused = await guessAnew(person);
      expect([refused.status, refused.body.code]).toEqual([429, "too_many_attempts"]);
      expect(refused.headers.get("Retry-After")).toBe(`${refused.body.retryAfter}`);
      expect(refused.body.retryAfter).toBe(wait);
      person.service.pass(wait);
      expect((await guessAnew(person)).body.code).toBe("wrong_code");
    }
  });

  it("G1 a slowed try takes none of the sign-in's own", async () => {
    const { person } = await personWithApp();
    for (let tries = 0; tries < 5; tries++) await guessByStepUp(person);
    const { signIn } = (await person.startSignIn()).body;
    for (let tries = 0; tries < 9; tries++) await person.typeCode(signIn, "app", person.appCode());
    person.service.pass(30);
    expect((await person.typeCode(signIn, "app", person.appCode())).body.status).toBe("complete");
  });

  it("G1 sign-in and step-up share the count, by whatever method", async () => {
    const { person } = await personWithApp();
    const { signIn } = (await person.startSignIn()).body;
    for (let tries = 0; tries < 2; tries++) await guessByStepUp(person);
    for (let tries = 0; tries < 2; tries++) await person.typeCode(signIn, "recovery", "0000-0000-0000-0000");
    expect((await guessAnew(person)).body.code).toBe("wrong_code");
    const recovery = { method: "recovery", code: "0000-0000-0000-0000" };
    expect(codesOf([await guessByStepUp(person), await person.service.post("/v1/step-up", recovery, person)])).toEqual([
      "too_many_attempts",
      "too_many_attempts",
    ]);
    expect((await person.typeCode(signIn, "recovery", "0000-0000-0000-0000")).body.code).toBe("too_many_attempts");
  });

  it("G1 neither a right password, nor a new sign-in, nor a new code, nor time resets it", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    await person.turnOnEmail();
    for (let tries = 0; tries < 4; tries++) await guessByStepUp(person);
    person.service.pass(24 * 60 * 60);
    const { signIn } = (await person.startSignIn()).body;
    await person.service.post("/v1/sign-in/email-code", { signIn });
    await person.service.post("/v1/step-up/email-code", {}, person);
    expect((await person.typeCode(signIn, "app", wrongCode(person.appCode()))).body.code).toBe("wrong_code");
    const code = await person.service.newestCode(person.email);
    expect((await person.service.post("/v1/step-up", { method: "email", code }, person)).status).toBe(429);
  });

  it("G1 a right second step does", async () => {
    const { person } = await personWithApp();
    for (const round of [1, 2, 3]) {
      for (let tries = 0; tries < 4; tries++) await guessByStepUp(person);
      const { signIn } = (await person.startSignIn()).body;
      expect([round, (await person.typeCode(signIn, "app", person.appCode())).body.status]).toEqual([
        round,
        "complete",
      ]);
      person.service.pass(30);
    }
  });

  it("G1 fifty guesses at once over ten sign-ins are judged five times", async () => {
    const { person } = await personWithApp();
    const signIns = [];
    for (let each = 0; each < 10; each++) signIns.push((await person.startSignIn()).body.signIn);
    const wrong = wrongCode(person.appCode());
    const answers = await Promise.all(
      signIns.flatMap((signIn) => Array.from({ length: 5 }, () => person.typeCode(signIn, "app", wrong))),
    );
    expect(howMany(answers, "wrong_code")).toBe(5);
    expect(howMany(answers, "too_many_attempts")).toBe(45);
  });
});

describe("G1 a hundred wrong codes in a row", () => {
  it("G1 disable the method until it is set up again, and the owner was told long before", async () => {
    const { person, recoveryCodes } = await personWithApp();
    const wrongTry = async () => {
      person.service.pass(3600);
      return (await guessByStepUp(person)).body.code;
    };
    for (let tries = 0; tries < 99; tries++) expect(await wrongTry()).toBe("wrong_code");
    person.service.pass(3600);
    const before = (await person.startSignIn()).body;
    expect(before.methods).toEqual([{ type: "app" }]);
    expect((await person.typeCode(before.signIn, "app", wrongCode(person.appCode()))).body.code).toBe("wrong_code");

    person.service.pass(3600);
    const { signIn, methods } = (await person.startSignIn()).body;
    expect(methods).toEqual([]);
    const right = await person.typeCode(signIn, "app", person.appCode());
    expect([right.status, right.body.code]).toEqual([403, "method_disabled"]);
    const subjects = (await person.service.mailsTo(person.email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject === "Wrong codes on your Latchkey account")).toHaveLength(4);
    expect(subjects[0]).toBe("A sign-in method was turned off");
    expect((await person.account()).body.twoFactor).toMatchObject({ enabled: true, methods: [{ disabled: true }] });

    const recovered = await person.typeCode(signIn, "recovery", recoveryCodes[0] ?? "");
    expect(recovered.body.status).toBe("complete");
    person.token = recovered.body.session.token;
    expect((await guessAnew(person)).body.code).toBe("method_disabled");
    expect((await person.turnOnApp("New phone")).status).toBe(200);
    person.service.pass(30);
    const again = (await person.startSignIn()).body;
    expect((await person.typeCode(again.signIn, "app", person.appCode())).body.status).toBe("complete");
  });

  it("G1 'right password, wrong code' is mailed at the fifth, once", async () => {
    const { person } = await personWithApp();
    const told = async () =>
      (await person.service.mailsTo(person.email)).filter(({ subject }) => /has your Latchkey password/.test(subject));
    for (let tries = 0; tries < 4; tries++) await guessAnew(person);
    expect(await told()).toHaveLength(0);
    await guessAnew(person);
    expect(await told()).toHaveLength(1);
    await guessAnew(person);
    expect(await told()).toHaveLength(1);
  });
});

describe("G1 passwords and second steps never lock each other", () => {
  it("G1 wrong passwords leave the second step open", async () => {
    const { person } = await personWithApp();
    const { signIn } = (await person.startSignIn()).body;
    for (let tries = 0; tries < 20; tries++) await person.startSignIn("not the password");
    expect((await person.startSignIn()).body.code).toBe("too_many_attempts");
    expect((await person.typeCode(signIn, "app", person.appCode())).body.status).toBe("complete");
  });

  it("G1 wrong codes leave the password open", async () => {
    const { person } = await personWithApp();
    for (let tries = 0; tries < 7; tries++) await guessAnew(person);
    expect((await person.startSignIn()).body.status).toBe("second_step");
  });
});
