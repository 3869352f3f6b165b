import { describe, expect, it } from "vitest";
import { signInByPasskey, turnOnPasskey } from "../support/passkey.ts";
import { askReset, confirmReset, newPassword, resetPassword } from "../support/password-reset.ts";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";
import {
  day,
  disputedKinds,
  freshLink,
  impostor,
  personWithApp,
  plantPasskey,
  press,
  replaceAppOf,
  thiefOf,
} from "../support/thief.ts";

const hours = 60 * 60;
const until = (person: Person, seconds: number) => new Date(person.service.now + seconds * 1000).toISOString();

/** Somebody whose app a thief replaced by a passkey of their own; 'this wasn't me' is said. */
async function robbed(): Promise<{ person: Person; passkey: Awaited<ReturnType<typeof replaceAppOf>> }> {
  const person = await personWithApp(new Service(), 20);
  const passkey = await replaceAppOf(person);
  await press(person);
  return { person, passkey };
}

describe("S10 a reset while no undisputed method is left", () => {
  it("S10 waits 7 days where two-factor was on before, for whoever has the mailbox alone", async () => {
    const { person } = await robbed();
    const { status, body } = await resetPassword(person);
    expect([status, body]).toMatchObject([
      200,
      { status: "second_step", disputed: true, until: until(person, 7 * day) },
    ]);
    expect(body.session).toBeUndefined();
    person.service.pass(7 * day - 60);
    expect((await person.startSignIn(newPassword)).body.code).toBe("wrong_credentials");
    person.service.pass(60);
    expect((await person.startSignIn(newPassword)).body.status).toBe("complete");
  });

  it("S10 takes effect immediately with a suspended passkey, once, and the passkey stays suspended", async () => {
    const { person, passkey } = await robbed();
    const { body } = await resetPassword(person);
    expect(body.methods).toEqual([{ type: "passkey" }]);
    const answers = [];
    for (let tries = 0; tries < 2; tries++) {
      answers.push((await signInByPasskey(person, passkey, { signIn: body.signIn }).catch(() => null))?.body.status);
    }
    expect(answers).toEqual(["complete", undefined]);
    const { status, body: again } = await person.startSignIn(newPassword);
    expect([status, again.status]).toEqual([200, "complete"]);
    expect((await signInByPasskey(person, passkey)).body.code).toBe("wrong_passkey");
    person.token = again.session.token;
    expect((await person.account()).body).toMatchObject({ waiting: [], twoFactor: { enabled: false } });
  });

  it("S10 with a code of a suspended app, each once, and with a suspended recovery code, each once", async () => {
    const person = await Person.signUp(new Service());
    const { recoveryCodes } = (await person.turnOnApp()).body;
    person.service.pass(2 * day);
    await press(person, await freshLink(person));
    const first = await resetPassword(person);
    expect(first.body).toMatchObject({ disputed: true, methods: [{ type: "app" }], until: until(person, day) });
    expect((await person.typeCode(first.body.signIn, "app", person.appCode(9))).body.code).toBe("wrong_code");
    const code = person.appCode();
    expect((await person.typeCode(first.body.signIn, "app", code)).body.status).toBe("complete");
    const second = await resetPassword(person, "another password of theirs");
    const replayed = await person.typeCode(second.body.signIn, "app", code);
    expect(replayed.body.code).toBe("wrong_code");
    expect((await person.typeCode(second.body.signIn, "recovery", recoveryCodes[0])).body.status).toBe("complete");
    const third = await resetPassword(person, "yet another password of theirs");
    expect((await person.typeCode(third.body.signIn, "recovery", recoveryCodes[0])).body.code).toBe("wrong_code");
    expect((await person.typeCode(third.body.signIn, "recovery", recoveryCodes[1])).body.status).toBe("complete");
  });

  it("S10 with a recovery code from before, though no method of before is left", async () => {
    const { person } = await robbed();
    const { signIn } = (await resetPassword(person)).body;
    const [own = ""] = person.recoveryCodes;
    expect((await person.typeCode(signIn, "recovery", own)).body.status).toBe("complete");
  });

  it("S10 never with a mailed code", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    person.service.pass(2 * day);
    const thief = Object.assign(Object.create(person) as Person, {});
    await press(thief);
    const { body } = await resetPassword(person);
    expect(body).toMatchObject({ disputed: true, methods: [], until: until(person, day) });
    expect((await person.service.post("/v1/sign-in/email-code", { signIn: body.signIn })).status).toBe(404);
    expect((await person.typeCode(body.signIn, "email", "123456")).status).toBe(401);
  });

  it("S10 waits 24 hours where a suspended method is older than a day, and not at all otherwise", async () => {
    for (const age of [23 * hours, 25 * hours]) {
      const person = await Person.signUp(new Service());
      await turnOnPasskey(person);
      const link = await person.mailedLink("not-me");
      person.service.pass(age);
      await press(person, link);
      const { body } = await resetPassword(person);
      const waits = { status: "second_step", disputed: true, until: until(person, day) };
      expect(body).toMatchObject(age > day ? waits : { status: "complete" });
    }
  });

  it("S10 a removed method of before proves nothing: it may be on the phone that was stolen", async () => {
    const { person } = await robbed();
    const { signIn } = (await resetPassword(person)).body;
    expect((await person.typeCode(signIn, "app", person.appCode())).body.code).toBe("wrong_code");
  });

  it("S10 nobody proves it at an address that is another one than before", async () => {
    const person = await Person.signUp(new Service());
    const thief = await thiefOf(person);
    const passkey = await plantPasskey(thief);
    person.service.pass(2 * day);
    const stepped = await signInByPasskey(person, passkey);
    const mover = impostor(person, stepped.body.session.token);
    const asked = await person.service.post("/v1/step-up/passkey/options", {}, mover);
    const response = await passkey.get(asked.body, {});
    const up = await person.service.post("/v1/step-up", { method: "passkey", id: asked.body.id, response }, mover);
    mover.token = up.body.session.token;
    const email = await mover.moveAddress();
    const link = await person.mailedLink("not-me", email);
    await press(person, link);
    const moved = Object.assign(Object.create(person) as Person, { email });
    const { status, body } = await resetPassword(moved);
    expect([status, body]).toMatchObject([202, { status: "waiting" }]);
  });
});

describe("S10 what waits is told to who has the old password or a suspended method, and to nobody else", () => {
  it("S10 the old password, and a suspended passkey alone", async () => {
    const { person, passkey } = await robbed();
    await resetPassword(person);
    const answers = [await person.startSignIn(), await signInByPasskey(person, passkey)];
    for (const { status, body } of answers) {
      expect([status, body.code]).toEqual([403, "password_reset_required"]);
      expect(Date.parse(body.waiting.until) - Date.parse(body.waiting.since)).toBe(7 * day * 1000);
      expect(body.waiting.type).toBe("password_reset");
    }
    const wrong = await person.startSignIn("not the password");
    expect([wrong.status, wrong.body.code, wrong.body.waiting]).toEqual([401, "wrong_credentials", undefined]);
  });
});

describe("S10 a person whose undisputed method is e-mail alone", () => {
  it("S10 waits 24 hours as before (promise S3)", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    person.service.pass(20 * day);
    const { signIn } = (await person.startSignIn()).body;
    const entered = await person.typeCode(signIn, "email", await person.service.newestCode(person.email));
    const thief = impostor(person, entered.body.session.token);
    await plantPasskey(thief);
    await press(person);
    const { status, body } = await resetPassword(person);
    expect([status, body]).toEqual([202, { status: "waiting", until: until(person, day) }]);
  });
});

describe("S10 races", () => {
  it("S10 of two presses at once one counts, and nothing is set aside twice", async () => {
    const person = await Person.signUp(new Service());
    await plantPasskey(await thiefOf(person));
    const link = await person.mailedLink("not-me");
    const answers = await Promise.all([1, 2, 3].map(() => person.service.post("/v1/not-me", { link })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410, 410]);
    const { body } = await resetPassword(person);
    person.token = body.session.token;
    expect(await disputedKinds(person)).toEqual(["passkey suspended", "recovery_codes suspended"]);
  });

  it("S10 of two confirmations with a suspended recovery code one makes the password good", async () => {
    const { person } = await robbed();
    const reset = await askReset(person);
    const { signIn } = (await confirmReset(person, reset)).body;
    const [own = ""] = person.recoveryCodes;
    const answers = await Promise.all([1, 2].map(() => person.typeCode(signIn, "recovery", own)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });
});
