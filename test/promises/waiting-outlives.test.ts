import { describe, expect, it } from "vitest";
import { operatorWith } from "../support/operator.ts";
import { newPassword, resetPassword } from "../support/password-reset.ts";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";
import { day, impostor, personWithApp, phisherOf, plantPasskey } from "../support/thief.ts";

const thiefsPassword = "nine kites over the dunes";

const waits = async (person: Person) => (await person.account()).body.waiting.map(({ type }: { type: string }) => type);

/** Somebody who has only e-mail as a method and has reset the password, which waits; `session` was proved before that. */
async function resetting(): Promise<{ person: Person; session: Person }> {
  const person = await Person.signUp(new Service());
  await person.turnOnEmail();
  await person.stepUpByEmail();
  const session = impostor(person, person.token);
  person.service.pass(1);
  expect((await resetPassword(person)).body.status).toBe("waiting");
  return { person, session };
}

/** Somebody with an app, of whom an administrator resets two-factor, and a session that was stepped up before that. */
async function resettingTwoFactor(): Promise<{ person: Person; session: Person }> {
  const person = await personWithApp(new Service(), 20);
  const session = await phisherOf(person);
  person.service.pass(1);
  const operator = await operatorWith(person.service);
  expect(
    (await person.service.post(`/v1/admin/people/${person.accountId}/two-factor-reset`, {}, operator)).status,
  ).toBe(202);
  return { person, session };
}

const change = (session: Person) =>
  session.service.put(
    "/v1/account/password",
    { currentPassword: session.password, newPassword: thiefsPassword },
    session,
  );

describe("S11 what waits outlives a change by a session that was proved before it", () => {
  it("S11 a reset: the thief's new password gives way to the owner's", async () => {
    const { person, session } = await resetting();
    expect((await change(session)).status).toBe(204);
    expect(await waits(session)).toEqual(["password_reset"]);
    person.service.pass(day);
    expect((await person.startSignIn(thiefsPassword)).body.code).toBe("wrong_credentials");
    expect((await person.startSignIn(newPassword)).status).toBe(200);
  });

  it("S11 a reset, where the thief moves the address away", async () => {
    const { session } = await resetting();
    await session.moveAddress();
    expect(await waits(session)).toEqual(["password_reset"]);
  });

  it("S11 a reset, though the thief has set up an app of their own since: a set-up is no proof", async () => {
    const { session } = await resetting();
    await session.turnOnApp("Burner");
    expect((await change(session)).status).toBe(204);
    expect(await waits(session)).toEqual(["password_reset"]);
  });

  it("S11 a two-factor reset, where the thief turns two-factor off", async () => {
    const { session } = await resettingTwoFactor();
    expect((await session.service.delete("/v1/account/two-factor", session)).status).toBe(204);
    expect(await waits(session)).toEqual(["two_factor_reset"]);
  });

  it("S11 a two-factor reset, where they remove the last method after planting one", async () => {
    const { session } = await resettingTwoFactor();
    await plantPasskey(session);
    for (const { id } of (await session.account()).body.twoFactor.methods) {
      expect((await session.service.delete(`/v1/account/two-factor/${id}`, session)).status).toBe(204);
    }
    expect(await waits(session)).toEqual(["two_factor_reset"]);
  });
});

describe("S11 what waits ends with a change by a session that was proved after it", () => {
  it("S11 a reset, by a step-up and a new password", async () => {
    const { person, session } = await resetting();
    person.service.pass(1);
    await session.stepUpByEmail();
    expect((await change(session)).status).toBe(204);
    expect(await waits(session)).toEqual([]);
    person.service.pass(day);
    expect((await person.startSignIn(newPassword)).body.code).toBe("wrong_credentials");
  });

  it("S11 a two-factor reset, by a step-up and turning two-factor off", async () => {
    const { session } = await resettingTwoFactor();
    session.service.pass(30);
    await session.stepUp();
    expect((await session.service.delete("/v1/account/two-factor", session)).status).toBe(204);
    expect(await waits(session)).toEqual([]);
  });
});
