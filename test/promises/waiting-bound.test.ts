import { describe, expect, it } from "vitest";
import { operatorWith } from "../support/operator.ts";
import { signInByPasskey, stepUpByPasskey } from "../support/passkey.ts";
import { newPassword, resetPassword } from "../support/password-reset.ts";
import { Person } from "../support/person.ts";
import { Service, type TestAnswer } from "../support/service.ts";
import { day, impostor, personWithApp, phisherOf, plantPasskey } from "../support/thief.ts";

const waits = async (who: Person) => (await who.account()).body.waiting.map(({ type }: { type: string }) => type);
const saysOf = ({ status, body }: TestAnswer) => [status, body.code];

async function stop(who: Person): Promise<TestAnswer> {
  const [{ id }] = (await who.account()).body.waiting;
  return who.service.delete(`/v1/account/waiting/${id}`, who);
}

/** Somebody with an app of long ago, and a session of now that was stepped up by it before something began to wait. */
async function withSession(): Promise<{ person: Person; session: Person }> {
  const person = await personWithApp(new Service(), 20);
  const session = await phisherOf(person);
  person.service.pass(1);
  return { person, session };
}

/** What can wait for somebody with an app, and how it begins. */
const begins = {
  async two_factor_reset({ person }: { person: Person }) {
    const operator = await operatorWith(person.service);
    const path = `/v1/admin/people/${person.accountId}/two-factor-reset`;
    expect((await person.service.post(path, {}, operator)).status).toBe(202);
  },
  async email_change({ session }: { session: Person }) {
    const newEmail = `new-${crypto.randomUUID()}@example.com`;
    expect((await session.service.put("/v1/account/email", { newEmail }, session)).status).toBe(202);
  },
};

/** Ways to prove a step-up by something that was added just before, in the session that has it. */
const plants: Record<string, (session: Person) => Promise<void>> = {
  async "a passkey"(session) {
    const passkey = await plantPasskey(session);
    session.service.pass(1);
    expect((await stepUpByPasskey(session, passkey)).status).toBe(200);
  },
  async "another app"(session) {
    expect((await session.turnOnApp("Burner")).status).toBe(200);
    await session.stepUp();
  },
  async "e-mail"(session) {
    expect((await session.turnOnEmail()).status).toBe(200);
    await session.stepUpByEmail();
  },
  async "new recovery codes"(session) {
    const renewed = await session.service.post("/v1/account/recovery-codes", {}, session);
    session.service.pass(1);
    const proof = { method: "recovery", code: renewed.body.recoveryCodes[0] };
    const { status, body } = await session.service.post("/v1/step-up", proof, session);
    expect(status).toBe(200);
    session.token = body.session.token;
  },
};

describe.each(Object.keys(plants))("S11 a step-up by %s that was added after something began to wait", (name) => {
  it("S11 does not stop an administrator's reset, nor end it by turning two-factor off", async () => {
    const { person, session } = await withSession();
    await begins.two_factor_reset({ person });
    await plants[name]?.(session);
    const refused = await stop(session);
    expect(saysOf(refused)).toEqual([403, "step_up_required"]);
    expect(refused.body.methods).toEqual(["app"]);
    expect((await session.service.delete("/v1/account/two-factor", session)).status).toBe(204);
    expect(await waits(session)).toEqual(["two_factor_reset"]);
  });
});

describe("S11 a method that was added after something began to wait", () => {
  it("S11 stops a change of address that began later", async () => {
    const { session } = await withSession();
    await begins.email_change({ session });
    const passkey = await plantPasskey(session);
    // It ended the change that waited, as every change of the protection does.
    expect(await waits(session)).toEqual([]);
    session.service.pass(60);
    await begins.email_change({ session });
    session.service.pass(1);
    expect((await stepUpByPasskey(session, passkey)).status).toBe(200);
    expect((await stop(session)).status).toBe(204);
  });

  it("S11 proves nothing by a sign-in of its own, nor by the password once it has removed the rest", async () => {
    const { person, session } = await withSession();
    await begins.two_factor_reset({ person });
    const passkey = await plantPasskey(session);
    person.service.pass(1);
    const alone = impostor(person, (await signInByPasskey(person, passkey)).body.session.token);
    await stepUpByPasskey(alone, passkey);
    expect(saysOf(await stop(alone))).toEqual([403, "step_up_required"]);
    expect((await alone.service.delete("/v1/account/two-factor", alone)).status).toBe(204);
    expect(await waits(alone)).toEqual(["two_factor_reset"]);
    person.service.pass(1);
    await alone.stepUpByPassword();
    expect(saysOf(await stop(alone))).toEqual([403, "step_up_required"]);
    const again = impostor(person, (await person.startSignIn()).body.session.token);
    await again.stepUpByPassword();
    expect(saysOf(await stop(again))).toEqual([403, "step_up_required"]);
  });

  it("S11 ends no reset that waits by a new password or address, with two-factor on or off", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    person.service.pass(20 * day);
    person.token = (await signInByMail(person)).body.session.token;
    await person.stepUpByEmail();
    const session = impostor(person, person.token);
    person.service.pass(1);
    expect((await resetPassword(person)).body.status).toBe("waiting");
    const passkey = await plantPasskey(session);
    person.service.pass(1);
    await stepUpByPasskey(session, passkey);
    await session.moveAddress();
    expect(await waits(session)).toEqual(["password_reset"]);
    expect((await session.service.delete("/v1/account/two-factor", session)).status).toBe(204);
    person.service.pass(1);
    await session.stepUpByPassword();
    const change = { currentPassword: session.password, newPassword: "nine kites over the dunes" };
    expect((await session.service.put("/v1/account/password", change, session)).status).toBe(204);
    expect(await waits(session)).toEqual(["password_reset"]);
    person.service.pass(day);
    expect((await person.startSignIn(newPassword)).status).toBe(401);
  });
});

/** Signs in by the password and the mailed code. */
async function signInByMail(person: Person): Promise<TestAnswer> {
  const { signIn } = (await person.startSignIn()).body;
  return person.typeCode(signIn, "email", await person.service.newestCode(person.email));
}

describe("S11 an owner who panicked, and added a method before stopping what waits", () => {
  it("S11 is told which of their methods stops it, and stops it by that", async () => {
    const { person, session: owner } = await withSession();
    await begins.two_factor_reset({ person });
    const passkey = await plantPasskey(owner);
    person.service.pass(1);
    await stepUpByPasskey(owner, passkey);
    const refused = await stop(owner);
    expect(saysOf(refused)).toEqual([403, "step_up_required"]);
    expect(refused.body.methods).toEqual(["app"]);
    await owner.stepUp();
    expect((await stop(owner)).status).toBe(204);
    expect(await waits(owner)).toEqual([]);
  });

  it("S11 keeps what they proved: the step-up came first, then the new method, then the stop", async () => {
    const { person, session: owner } = await withSession();
    await begins.two_factor_reset({ person });
    await owner.stepUp();
    await plantPasskey(owner);
    expect((await stop(owner)).status).toBe(204);
  });

  it("S11 stops it from a whole new sign-in with the older method, and by a recovery code of before", async () => {
    const { person } = await withSession();
    await begins.two_factor_reset({ person });
    const owner = await phisherOf(person);
    await plantPasskey(owner);
    person.service.pass(1);
    const proof = { method: "recovery", code: person.recoveryCodes[0] };
    const { body } = await person.service.post("/v1/step-up", proof, owner);
    owner.token = body.session.token;
    expect((await stop(owner)).status).toBe(204);
  });
});
