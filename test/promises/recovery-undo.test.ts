import { describe, expect, it } from "vitest";
import { operatorWith } from "../support/operator.ts";
import { signInByPasskey, stepUpByPasskey, turnOnPasskey } from "../support/passkey.ts";
import type { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";
import { day, disputedKinds, impostor, personWithApp, phisherOf, plantPasskey } from "../support/thief.ts";

/** Somebody with an app, and a passkey, of long ago, whose address a thief has moved away after planting a passkey. */
async function movedAway() {
  const person = await personWithApp(new Service(), 1);
  await person.stepUp();
  const passkey = await turnOnPasskey(person);
  person.service.pass(20 * day);
  const thief = await phisherOf(person);
  const planted = await plantPasskey(thief);
  await stepUpByPasskey(thief, planted);
  await thief.moveAddress();
  return { person, thief, passkey, planted, link: await person.mailedLink("undo-email") };
}

const undo = (person: Person, link: string, proof: object = {}) =>
  person.service.post("/v1/account/email/undo", { link, ...proof });

async function answerOf(person: Person, link: string, passkey: Awaited<ReturnType<typeof plantPasskey>>) {
  const asked = await person.service.post("/v1/account/email/undo/passkey/options", { link });
  expect(asked.status).toBe(200);
  return { asked, proof: { id: asked.body.id, response: await passkey.get(asked.body, {}) } };
}

describe("S10 undoing a change of address asks for an undisputed second factor", () => {
  it("S10 not for the link alone, a wrong code, or one of another method", async () => {
    const { person, link } = await movedAway();
    const bare = await undo(person, link);
    expect([bare.status, bare.body.code]).toEqual([403, "step_up_required"]);
    expect(bare.body.methods).toEqual(["passkey", "app", "recovery"]);
    person.service.pass(30);
    const wrong = await undo(person, link, { method: "recovery", code: "aaaa-aaaa-aaaa-aaaa" });
    expect(wrong.status).toBe(401);
  });

  it.each(["app", "recovery", "passkey"])("S10 by %s the address is the owner's again", async (method) => {
    const { person, thief, passkey, planted, link } = await movedAway();
    person.service.pass(30);
    const code = method === "app" ? person.appCode() : person.recoveryCodes[0];
    const proof = method === "passkey" ? (await answerOf(person, link, passkey)).proof : { method, code };
    const answers = await Promise.all([1, 2].map(() => undo(person, link, proof)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect((await thief.account()).status).toBe(401);
    expect((await person.startSignIn()).body.code).toBe("password_reset_required");
    // It is told what holds the account back, and signs nobody in.
    expect((await signInByPasskey(person, planted)).body.code).toBe("password_reset_required");
  });

  it("S10 the thief's own passkey is neither asked for nor taken", async () => {
    const { person, planted, passkey, link } = await movedAway();
    const { asked } = await answerOf(person, link, passkey);
    expect(JSON.stringify(asked.body)).toContain(passkey.credentialId);
    expect(JSON.stringify(asked.body)).not.toContain(planted.credentialId);
    const proof = { id: asked.body.id, response: await planted.get(asked.body, {}) };
    expect((await undo(person, link, proof)).body.code).toBe("wrong_passkey");
  });
});

describe("S10 an administrator who disputes", () => {
  const dispute = async (person: Person, scopes: Parameters<typeof operatorWith>[1], wish: object) =>
    person.service.post(
      `/v1/admin/people/${person.accountId}/password-reset`,
      wish,
      await operatorWith(person.service, scopes),
    );

  it("S10 needs the scope for it, and does nothing without", async () => {
    const person = await personWithApp(new Service(), 20);
    const thief = await phisherOf(person);
    await plantPasskey(thief);
    const refused = await dispute(person, ["people:write"], { dispute: true });
    expect([refused.status, refused.body.code]).toEqual([403, "scope_missing"]);
    expect((await thief.account()).body.twoFactor.methods).toHaveLength(2);
  });

  it("S10 suspends what a thief added with it, and leaves it without asking for it", async () => {
    for (const asks of [true, false]) {
      const person = await personWithApp(new Service(), 20);
      const planted = await plantPasskey(await phisherOf(person));
      const scopes = ["people:write", "two-factor:reset"] as const;
      expect((await dispute(person, scopes, { dispute: asks })).status).toBe(204);
      const { body } = await person.service.post("/v1/password-reset", { email: person.email });
      const reset = { id: body.reset.id, code: await person.service.newestCode(person.email) };
      const confirmed = await person.service.post("/v1/password-reset/confirm", {
        ...reset,
        newPassword: "seven lanterns on a pier",
      });
      const types = confirmed.body.methods.map(({ type }: { type: string }) => type);
      expect(types).toEqual(asks ? ["app"] : ["app", "passkey"]);
      person.service.pass(30);
      const entered = await person.typeCode(confirmed.body.signIn, "app", person.appCode());
      const owner = impostor(person, entered.body.session.token);
      expect(await disputedKinds(owner)).toEqual(asks ? ["passkey suspended"] : []);
      expect((await signInByPasskey(person, planted)).status).toBe(asks ? 401 : 200);
    }
  });
});
