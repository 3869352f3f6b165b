import { describe, expect, it } from "vitest";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";

/** Every route that asks for a fresh proof; `x` stands for a method's id. */
const sensitive = [
  ["DELETE", "/v1/account/two-factor"],
  ["DELETE", "/v1/account/two-factor/x"],
  ["POST", "/v1/account/two-factor/app"],
  ["POST", "/v1/account/two-factor/email"],
  ["PUT", "/v1/account/two-factor/passkeys-only"],
  ["POST", "/v1/account/passkeys/options"],
  ["POST", "/v1/account/passkeys"],
  ["POST", "/v1/account/recovery-codes"],
  ["PUT", "/v1/account/password"],
  ["PUT", "/v1/account/email"],
  ["POST", "/v1/account/email/confirm"],
  ["GET", "/v1/account/export"],
  ["DELETE", "/v1/account"],
] as const;

const asks = async (person: Person, session: { token: string }) => {
  const answers = [];
  for (const [method, path] of sensitive) {
    const body = method === "GET" ? undefined : {};
    const { status, body: problem } = await person.service.send(method, path, { body, token: session.token });
    answers.push([path, status, problem.code, problem.methods]);
  }
  return answers;
};
const refused = (methods: string[]) => sensitive.map(([, path]) => [path, 403, "step_up_required", methods]);

describe("S4 sensitive changes need a step-up with the second factor", () => {
  it("S4 not a session of a remembered browser, though it has just signed in", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const browser = await person.rememberBrowser();
    const { session } = (await person.startSignIn(undefined, browser)).body;
    expect(await asks(person, session)).toEqual(refused(["app"]));
  });

  it("S4 not a second step of more than ten minutes ago", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    await person.stepUp();
    person.service.pass(600);
    expect(await asks(person, person)).toEqual(refused(["app"]));
  });

  it("S4 not a step-up by password, once two-factor is on: a password alone never turns it off", async () => {
    const person = await Person.signUp(new Service());
    const other = { token: (await person.startSignIn()).body.session.token };
    const byPassword = await person.service.post("/v1/step-up", { password: person.password }, other);
    other.token = byPassword.body.session.token;
    expect(byPassword.status).toBe(200);
    await person.turnOnApp();
    expect(await asks(person, other)).toEqual(refused(["app"]));
    const again = await person.service.post("/v1/step-up", { password: person.password }, other);
    expect([again.status, again.body.code]).toEqual([403, "step_up_required"]);
    expect((await person.account()).body.twoFactor.enabled).toBe(true);
  });

  it("S4 not an e-mailed code, where e-mail is no method", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    expect((await person.service.post("/v1/step-up/email-code", {}, person)).status).toBe(404);
    const proof = { method: "email", code: "123456" };
    expect((await person.service.post("/v1/step-up", proof, person)).status).toBe(401);
  });

  it("S4 not a step-up of another session", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    person.service.pass(660);
    const { signIn } = (await person.startSignIn()).body;
    const { session } = (await person.typeCode(signIn, "app", person.appCode())).body;
    person.service.pass(660);
    await person.stepUp();
    expect(await asks(person, session)).toEqual(refused(["app"]));
  });
});

describe("S4 new recovery codes", () => {
  it("S4 void the old ones, are shown once and work", async () => {
    const person = await Person.signUp(new Service());
    const old = (await person.turnOnApp()).body.recoveryCodes;
    await person.stepUp();
    const { status, body } = await person.service.post("/v1/account/recovery-codes", {}, person);
    expect(status).toBe(201);
    expect(body.recoveryCodes).toHaveLength(10);
    const { signIn } = (await person.startSignIn()).body;
    expect((await person.typeCode(signIn, "recovery", old[0])).body.code).toBe("wrong_code");
    expect((await person.typeCode(signIn, "recovery", body.recoveryCodes[9])).body.status).toBe("complete");
    expect((await person.account()).body.twoFactor.recoveryCodesLeft).toBe(9);
    const subjects = (await person.service.mailsTo(person.email)).map(({ subject }) => subject);
    expect(subjects).toContain("You have new recovery codes");
  });

  it("S4 of five requests at once are those of one, whole", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    await person.stepUp();
    const renew = () => person.service.post("/v1/account/recovery-codes", {}, person);
    const answers = await Promise.all(Array.from({ length: 5 }, renew));
    expect((await person.account()).body.twoFactor.recoveryCodesLeft).toBe(10);
    const good = [];
    for (const { body } of answers) {
      const { signIn } = (await person.startSignIn()).body;
      const { status } = (await person.typeCode(signIn, "recovery", body.recoveryCodes[0])).body;
      if (status === "complete") good.push(body);
      person.service.pass(3600);
    }
    expect(good).toHaveLength(1);
  });

  it("S5 are for two-factor alone: without it there are none", async () => {
    const person = await Person.signUp(new Service());
    await person.stepUpByPassword();
    expect((await person.service.post("/v1/account/recovery-codes", {}, person)).status).toBe(404);
    expect((await person.account()).body.twoFactor.recoveryCodesLeft).toBe(0);
  });

  it("S5 end sign-ins in progress, which may have been begun with an old one in hand", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const { signIn } = (await person.startSignIn()).body;
    await person.stepUp();
    await person.service.post("/v1/account/recovery-codes", {}, person);
    person.service.pass(30);
    expect((await person.typeCode(signIn, "app", person.appCode())).body.code).toBe("sign_in_expired");
  });
});
