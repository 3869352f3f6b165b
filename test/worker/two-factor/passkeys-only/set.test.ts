import { describe, expect, it } from "vitest";
import { interruptedDatabase } from "../../../support/interrupted-database.ts";
import { signInByPasskey, stepUpByPasskey, turnOnPasskey } from "../../../support/passkey.ts";
import { askReset, confirmReset, newPassword } from "../../../support/password-reset.ts";
import { Person } from "../../../support/person.ts";
import { Service } from "../../../support/service.ts";
import type { SoftwareAuthenticator } from "../../../support/software-authenticator.ts";

const set = (person: Person, on: boolean) => person.service.put("/v1/account/two-factor/passkeys-only", { on }, person);

/** Somebody with everything, who asks for nothing weaker than their passkey. */
async function strictPerson(): Promise<[Person, SoftwareAuthenticator]> {
  const person = await Person.signUp(new Service());
  person.recoveryCodes = (await person.turnOnApp()).body.recoveryCodes;
  await person.turnOnEmail();
  const passkey = await turnOnPasskey(person);
  await stepUpByPasskey(person, passkey);
  return [person, passkey];
}

describe("PUT /v1/account/two-factor/passkeys-only", () => {
  it("takes codes off the sign-in, the step-up and the reset, and leaves recovery codes", async () => {
    const [person, passkey] = await strictPerson();
    const browser = await person.rememberBrowser();
    const before = (await person.startSignIn()).body.signIn;
    const { body } = await set(person, true);
    expect(body.twoFactor).toMatchObject({ passkeysOnly: true, enabled: true, recoveryCodesLeft: 10 });
    expect((await person.typeCode(before, "app", person.appCode(1))).body.code).toBe("sign_in_expired");

    const begun = (await person.startSignIn(undefined, browser)).body;
    expect(begun).toMatchObject({ methods: [{ type: "passkey" }], preferred: "passkey", rememberDays: 0 });
    person.service.pass(60);
    for (const method of ["app", "email"] as const) {
      const refused = await person.typeCode(begun.signIn, method, person.appCode());
      expect([refused.status, refused.body.code]).toEqual([403, "passkey_required"]);
      const stepUp = await person.service.post("/v1/step-up", { method, code: person.appCode() }, person);
      expect([stepUp.status, stepUp.body.code]).toEqual([403, "passkey_required"]);
    }
    const asked = await person.service.post("/v1/sign-in/email-code", { signIn: begun.signIn });
    expect([asked.status, (await person.service.post("/v1/step-up/email-code", {}, person)).status]).toEqual([
      404, 404,
    ]);
    const completed = await signInByPasskey(person, passkey, { signIn: begun.signIn });
    expect(completed.body.status).toBe("complete");

    const reset = (await confirmReset(person, await askReset(person))).body;
    expect(reset.methods).toEqual([{ type: "passkey" }]);
    expect((await person.typeCode(reset.signIn, "app", person.appCode())).body.code).toBe("passkey_required");
    const recovered = await person.typeCode(reset.signIn, "recovery", person.recoveryCodes[0] ?? "");
    expect(recovered.body.status).toBe("complete");
    expect((await person.startSignIn(newPassword)).body.methods).toEqual([{ type: "passkey" }]);
  });

  it("goes with the last passkey, which its mail and the activity say; an app that is removed is told of as ever", async () => {
    const [person] = await strictPerson();
    expect((await set(person, true)).status).toBe(200);
    const { methods } = (await person.account()).body.twoFactor;
    const remove = (wanted: string) => {
      const { id } = methods.find(({ type }: { type: string }) => type === wanted);
      return person.service.delete(`/v1/account/two-factor/${id}`, person);
    };
    const newest = async () => (await person.service.mailsTo(person.email))[0];
    expect((await remove("app")).status).toBe(204);
    expect((await newest())?.subject).toBe("A sign-in method was removed from your account");
    expect((await remove("passkey")).status).toBe(204);
    const mail = await newest();
    expect(mail?.subject).toBe("The last passkey was removed from your account");
    expect(mail?.text).toContain("“Only allow passkeys” is off");
    const { events } = (await person.service.get("/v1/account/activity?type=passkeys_only_off", person)).body;
    expect(events).toHaveLength(1);
    expect((await person.account()).body.twoFactor.passkeysOnly).toBe(false);
  });

  it("is told, once each way, and turned off again by what it asks for", async () => {
    const [person, passkey] = await strictPerson();
    for (const on of [true, true, false, false]) expect((await set(person, on)).status).toBe(200);
    const types = (await person.service.get("/v1/account/activity", person)).body.events.map(
      ({ type }: { type: string }) => type,
    );
    expect(types.filter((type: string) => type.startsWith("passkeys_only"))).toEqual([
      "passkeys_only_off",
      "passkeys_only_on",
    ]);
    const subjects = (await person.service.mailsTo(person.email)).map(({ subject }) => subject);
    expect(subjects.slice(0, 2)).toEqual([
      "Your Latchkey account accepts codes again",
      "Your Latchkey account now accepts only passkeys",
    ]);
    await set(person, true);
    person.service.pass(601);
    const refused = await set(person, false);
    expect([refused.status, refused.body.methods]).toEqual([403, ["passkey"]]);
    expect((await stepUpByPasskey(person, passkey)).status).toBe(200);
    expect((await set(person, false)).body.twoFactor.passkeysOnly).toBe(false);
    expect((await person.startSignIn()).body.methods).toHaveLength(3);
  });

  it("goes with the last passkey, and is nothing for those who have none", async () => {
    const [person, passkey] = await strictPerson();
    const other = await turnOnPasskey(person);
    await set(person, true);
    const { passkeys } = (await person.service.get("/v1/account/passkeys", person)).body;
    const remove = (id: string) => person.service.delete(`/v1/account/two-factor/${id}`, person);
    expect((await remove(passkeys[0].id)).status).toBe(204);
    expect((await person.account()).body.twoFactor.passkeysOnly).toBe(true);
    expect((await signInByPasskey(person, passkey)).status).toBe(401);
    await stepUpByPasskey(person, other);
    expect((await remove(passkeys[1].id)).status).toBe(204);
    expect((await person.account()).body.twoFactor).toMatchObject({ passkeysOnly: false, enabled: true });
    const refused = await set(person, true);
    expect([refused.status, refused.body.code]).toEqual([404, "not_found"]);
    person.service.pass(60);
    const { signIn } = (await person.startSignIn()).body;
    expect((await person.typeCode(signIn, "app", person.appCode())).body.status).toBe("complete");
  });

  it("takes no try for a code that it refuses", async () => {
    const [person, passkey] = await strictPerson();
    await set(person, true);
    person.service.pass(60);
    const { signIn } = (await person.startSignIn()).body;
    for (let i = 0; i < 6; i++) {
      expect((await person.typeCode(signIn, "app", "000000")).body.code).toBe("passkey_required");
    }
    const wrong = await signInByPasskey(person, passkey, { signIn, mischief: { tamper: "signature" } });
    expect(wrong.body.attemptsLeft).toBe(4);
    expect((await signInByPasskey(person, passkey, { signIn })).body.status).toBe("complete");
  });

  it("heeds no browser, though one asked to be remembered meanwhile", async () => {
    const [person, passkey] = await strictPerson();
    await set(person, true);
    const { signIn } = (await person.startSignIn()).body;
    const { body: asked } = await person.service.post("/v1/sign-in/passkey/options", { signIn });
    const proof = { signIn, id: asked.id, response: await passkey.get(asked), rememberDevice: true };
    const { device } = (await person.service.post("/v1/sign-in/passkey", proof)).body;
    const again = await person.startSignIn(undefined, { "Latchkey-Device": device?.token ?? "" });
    expect(again.body).toMatchObject({ status: "second_step", methods: [{ type: "passkey" }] });
  });

  it("lets no right code do anything where it is set between the judging and the doing", async () => {
    const [person] = await strictPerson();
    person.service.pass(60);
    const { signIn } = (await person.startSignIn()).body;
    const setting = () => set(person, true);
    const late = (trip: number) => {
      const service = new Service({}, { DB: interruptedDatabase(trip, setting) });
      service.now = person.service.now;
      return service;
    };
    // The session, the try, the code's one use, and then the step-up.
    const stepUp = await late(4).post("/v1/step-up", { method: "app", code: person.appCode() }, person);
    expect([stepUp.status, stepUp.body.session]).toEqual([401, undefined]);
    expect((await person.account()).body.twoFactor.passkeysOnly).toBe(true);
    await set(person, false);

    person.service.pass(30);
    const another = (await person.startSignIn()).body.signIn;
    const code = { signIn: another, method: "app", code: person.appCode() };
    const typed = await late(3).post("/v1/sign-in/code", code);
    expect([typed.body.code, typed.body.session]).toEqual(["sign_in_expired", undefined]);
    expect((await person.typeCode(signIn, "app", person.appCode(1))).body.session).toBeUndefined();
  });
});
