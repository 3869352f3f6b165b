import { describe, expect, it } from "vitest";
import { operatorWith } from "../support/operator.ts";
import { newPassword, resetPassword } from "../support/password-reset.ts";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";

const day = 24 * 60 * 60;

/** Somebody with an app, who stepped up a moment before something began to wait. */
async function withApp(): Promise<Person> {
  const person = await Person.signUp(new Service());
  person.recoveryCodes = (await person.turnOnApp()).body.recoveryCodes;
  await person.stepUp();
  return person;
}

/** Each thing that waits: who it waits for, how it begins, and what holds once it was stopped. */
const changes = {
  async email_change() {
    const person = await withApp();
    const newEmail = `new-${crypto.randomUUID()}@example.com`;
    expect((await person.service.put("/v1/account/email", { newEmail }, person)).status).toBe(202);
    return {
      person,
      async isStopped() {
        const code = await person.service.newestCode(newEmail);
        expect((await person.service.post("/v1/account/email/confirm", { code }, person)).status).toBe(401);
        expect((await person.account()).body.email).toBe(person.email);
      },
    };
  },
  async two_factor_reset() {
    const person = await withApp();
    const operator = await operatorWith(person.service, ["two-factor:reset"]);
    await person.service.post(`/v1/admin/people/${person.accountId}/two-factor-reset`, {}, operator);
    return {
      person,
      async isStopped() {
        person.service.pass(day);
        await person.service.runSchedule();
        expect((await person.startSignIn()).body.status).toBe("second_step");
      },
    };
  },
  async password_reset() {
    const person = await Person.signUp(new Service());
    person.recoveryCodes = (await person.turnOnEmail()).body.recoveryCodes;
    const proof = { method: "recovery", code: person.recoveryCodes[0] };
    const stepped = await person.service.post("/v1/step-up", proof, person);
    person.token = stepped.body.session.token;
    expect((await resetPassword(person)).body.status).toBe("waiting");
    return {
      person,
      async isStopped() {
        person.service.pass(day);
        await person.service.runSchedule();
        expect((await person.startSignIn(newPassword)).body.code).toBe("wrong_credentials");
      },
    };
  },
};

/** The subject of the mail that tells its owner of the stop (promise S7). */
const tellsOfStop = {
  email_change: "The address of your Latchkey account stays the same",
  two_factor_reset: "Your two-factor authentication stays on",
  password_reset: "Your Latchkey password stays the same",
};

describe.each(Object.keys(changes) as (keyof typeof changes)[])("S11 what waits: %s", (type) => {
  it("S11 is shown to its owner, and stopped by a step-up begun after it, not by one from before", async () => {
    const { person, isStopped } = await changes[type]();
    const { service } = person;
    const [change] = (await person.account()).body.waiting;
    expect(change).toMatchObject({ type });
    const stop = (who: Person) => service.delete(`/v1/account/waiting/${change.id}`, who);
    const refused = await stop(person);
    expect([refused.status, refused.body.code]).toEqual([403, "step_up_required"]);
    const stranger = await Person.signUp(service);
    await stranger.stepUpByPassword();
    expect((await stop(stranger)).status, "somebody else's").toBe(404);

    service.pass(60);
    const { body } = await service.post("/v1/step-up", { method: "recovery", code: person.recoveryCodes[1] }, person);
    person.token = body.session.token;
    expect((await stop(person)).status).toBe(204);
    expect((await person.account()).body.waiting).toEqual([]);
    const [mail] = await service.mailsTo(person.email);
    expect(mail?.subject).toBe(tellsOfStop[type]);
    expect((await stop(person)).status, "once").toBe(404);
    await isStopped();
  });
});
