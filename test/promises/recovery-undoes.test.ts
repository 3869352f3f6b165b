import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { signInByPasskey, stepUpByPasskey, turnOnPasskey } from "../support/passkey.ts";
import { newPassword, resetPassword } from "../support/password-reset.ts";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";
import {
  carryOn,
  day,
  decide,
  disputedItems,
  disputedKinds,
  freshLink,
  personWithApp,
  phisherOf,
  plantPasskey,
  press,
  replaceAppOf,
  resetAndEnter,
  thiefOf,
} from "../support/thief.ts";

/** Resets by mail and the app that is undisputed; carries the new session on. */
async function resetByApp(person: Person): Promise<void> {
  const { body } = await resetPassword(person);
  expect(body).toMatchObject({ status: "second_step", methods: [{ type: "app" }] });
  expect(body.disputed).toBeUndefined();
  person.service.pass(30);
  const entered = await person.typeCode(body.signIn, "app", person.appCode());
  expect(entered.body.status).toBe("complete");
  carryOn(person, entered.body.session.token);
}

describe("S10 'this wasn't me' suspends what a thief added", () => {
  it("S10 a passkey: it is asked of nobody, signs nobody in and proves nothing", async () => {
    const person = await Person.signUp(new Service());
    const thief = await thiefOf(person);
    const passkey = await plantPasskey(thief);
    await press(person);
    expect((await person.service.get("/v1/session", thief)).status).toBe(401);
    await resetAndEnter(person);
    const { twoFactor } = (await person.account()).body;
    expect(twoFactor).toMatchObject({ enabled: false, methods: [], recoveryCodesLeft: 0, passkeysOnly: false });
    const alone = await signInByPasskey(person, passkey);
    expect([alone.status, alone.body.code, alone.body.unknownCredential]).toEqual([401, "wrong_passkey", undefined]);
    expect((await person.startSignIn()).body.status).toBe("complete");
    expect((await person.service.post("/v1/step-up/passkey/options", {}, person)).status).toBe(404);
    expect(await disputedKinds(person)).toEqual(["passkey suspended", "recovery_codes suspended"]);
  });

  it("S10 an app, e-mail as a method and their recovery codes", async () => {
    const person = await Person.signUp(new Service());
    const thief = await thiefOf(person);
    await thief.turnOnApp();
    await thief.turnOnEmail();
    await press(person);
    await resetAndEnter(person);
    expect((await person.startSignIn()).body.status).toBe("complete");
    expect(await disputedKinds(person)).toEqual(["app suspended", "email suspended", "recovery_codes suspended"]);
  });

  it("S10 beside the owner's own app, which is asked for as before", async () => {
    const person = await personWithApp(new Service(), 20);
    const passkey = await plantPasskey(await phisherOf(person));
    await press(person);
    await resetByApp(person);
    expect((await signInByPasskey(person, passkey)).status).toBe(401);
    expect(await disputedKinds(person)).toEqual(["passkey suspended"]);
    expect((await person.account()).body.twoFactor).toMatchObject({
      recoveryCodesLeft: 10,
      methods: [{ name: "Phone" }],
    });
  });

  it("S10 a remembered browser", async () => {
    const person = await personWithApp(new Service(), 20);
    const remembered = await person.rememberBrowser();
    const headers = { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };
    const { signIn } = (await person.startSignIn()).body;
    person.service.pass(30);
    await person.service.post("/v1/sign-in/code", { signIn, method: "app", code: person.appCode() }, { headers });
    await press(person);
    await resetByApp(person);
    expect((await person.startSignIn(newPassword, remembered)).body.status).toBe("second_step");
    expect(await disputedKinds(person)).toEqual(["browser suspended"]);
  });

  it("S10 a two-factor reset that an administrator was talked into, whenever it began", async () => {
    for (const daysBefore of [1, 8]) {
      const person = await personWithApp(new Service(), 20);
      const reset = [person.accountId, person.service.now, person.service.now + 30 * day * 1000];
      await env.DB.prepare("INSERT INTO two_factor_resets VALUES (?, ?1, 'Support', ?, ?)")
        .bind(...reset)
        .run();
      person.service.pass(daysBefore * day);
      await press(person, await freshLink(person));
      await resetByApp(person);
      const { waiting } = (await person.account()).body;
      expect(waiting).toEqual([]);
      expect(await disputedKinds(person)).toEqual(["two_factor_reset suspended"]);
    }
  });

  it("S10 and says when, from where and in which browser each was added", async () => {
    const person = await Person.signUp(new Service());
    const headers = { "CF-Connecting-IP": "203.0.113.9", "User-Agent": "Thief/1.0" };
    const { token } = (await person.startSignIn(person.password, headers)).body.session;
    const asked = await person.service.post("/v1/account/two-factor/app", { name: "Burner" }, { token, headers });
    person.uri = asked.body.uri;
    const confirm = `/v1/account/two-factor/app/${asked.body.id}/confirm`;
    await person.service.post(confirm, { code: person.appCode() }, { token, headers });
    const addedAt = new Date(person.service.now).toISOString();
    await press(person);
    await resetAndEnter(person);
    const app = (await disputedItems(person)).find(({ kind }) => kind === "app");
    const expected = { state: "suspended", name: "Burner", ip: "203.0.113.9", userAgent: "Thief/1.0", addedAt };
    expect(app).toMatchObject(expected);
  });
});

describe("S10 the disputed time", () => {
  it("S10 begins seven days before the mail", async () => {
    for (const days of [6, 8]) {
      const person = await personWithApp(new Service(), days);
      await press(person, await freshLink(person));
      const { body } = await resetPassword(person);
      expect(body.disputed).toBe(days === 6 ? true : undefined);
    }
  });

  it("S10 reaches what the session that did it added in the last 30 days", async () => {
    for (const days of [20, 32]) {
      const person = await personWithApp(new Service(), 40);
      const phisher = await phisherOf(person);
      const passkey = await plantPasskey(phisher);
      for (const half of [1, 2]) {
        person.service.pass((days / 2) * day);
        expect((await stepUpByPasskey(phisher, passkey)).status, `half ${half}`).toBe(200);
      }
      expect((await person.service.post("/v1/account/recovery-codes", {}, phisher)).status).toBe(201);
      await press(person);
      const { methods } = (await resetPassword(person)).body;
      const types = methods.map(({ type }: { type: string }) => type);
      expect(types).toEqual(days === 20 ? ["app"] : ["app", "passkey"]);
    }
  });

  it("S10 not what another session added before", async () => {
    const person = await personWithApp(new Service(), 25);
    await person.stepUp();
    const own = await turnOnPasskey(person);
    person.service.pass(20 * day);
    await press(person, await freshLink(person));
    const { signIn, methods } = (await resetPassword(person)).body;
    expect(methods.map(({ type }: { type: string }) => type)).toEqual(["app", "passkey"]);
    expect((await signInByPasskey(person, own, { signIn })).body.status).toBe("complete");
  });

  it("S10 never what its owner kept in an earlier dispute", async () => {
    const person = await Person.signUp(new Service());
    const own = await turnOnPasskey(person);
    await press(person);
    await resetAndEnter(person);
    await person.stepUpByPassword();
    const passkey = (await disputedItems(person)).find(({ kind }) => kind === "passkey");
    expect((await decide(person, passkey?.id ?? "", true)).status).toBe(204);
    await press(person);
    const { body } = await resetPassword(person, "a third password entirely");
    expect(body).toMatchObject({ status: "second_step", methods: [{ type: "passkey" }] });
    expect(body.disputed).toBeUndefined();
    expect((await signInByPasskey(person, own, { signIn: body.signIn })).body.status).toBe("complete");
  });
});

describe("S10 what a thief removed is kept for 30 days and offered back", () => {
  it("S10 an app, and recovery codes that were renewed", async () => {
    const renew = (thief: Person) => thief.service.post("/v1/account/recovery-codes", {}, thief);
    const person = await personWithApp(new Service(), 20);
    const own = person.recoveryCodes[0] ?? "";
    await replaceAppOf(person, renew);
    await press(person);
    const { body } = await resetPassword(person);
    expect([body.status, body.disputed]).toEqual(["second_step", true]);
    expect((await person.typeCode(body.signIn, "recovery", own)).body.code).toBe("wrong_code");
    person.service.pass(7 * day);
    carryOn(person, (await person.startSignIn(newPassword)).body.session.token);
    const items = await disputedItems(person);
    const lines = items.map(({ kind, state }) => `${kind} ${state}`).sort();
    expect(lines).toEqual(["app removed", "passkey suspended", "recovery_codes removed", "recovery_codes suspended"]);
    for (const { id, state } of items.toSorted((one) => (one.kind === "app" ? 1 : -1))) {
      await person.stepUpByPassword();
      expect((await decide(person, id, state === "removed")).status).toBe(204);
    }
    const step = (await person.startSignIn()).body;
    expect(step.methods).toEqual([{ type: "app" }]);
    expect((await person.typeCode(step.signIn, "recovery", own)).body.status).toBe("complete");
    const { signIn } = (await person.startSignIn()).body;
    expect((await person.typeCode(signIn, "app", person.appCode())).body.status).toBe("complete");
  });

  it("S10 not longer", async () => {
    const person = await Person.signUp(new Service());
    await plantPasskey(await thiefOf(person));
    await press(person);
    await resetAndEnter(person);
    person.service.pass(29 * day);
    await person.service.runSchedule();
    expect(await disputedItems(person)).toHaveLength(2);
    person.service.pass(day);
    await person.service.runSchedule();
    const left = env.DB.prepare(
      "SELECT (SELECT count(*) FROM set_aside WHERE account_id = ?1) + (SELECT count(*) FROM disputes WHERE account_id = ?1) AS n",
    );
    expect(await left.bind(person.accountId).first("n")).toBe(0);
  });
});

describe("S10 'accept only passkeys'", () => {
  const demand = (person: Person, on: boolean) =>
    person.service.put("/v1/account/two-factor/passkeys-only", { on }, person);

  it("S10 is as it was before the disputed time", async () => {
    const person = await personWithApp(new Service(), 1);
    await person.stepUp();
    const own = await turnOnPasskey(person);
    await stepUpByPasskey(person, own);
    expect((await demand(person, true)).status).toBe(200);
    person.service.pass(20 * day);
    person.token = (await signInByPasskey(person, own)).body.session.token;
    await stepUpByPasskey(person, own);
    expect((await demand(person, false)).status).toBe(200);
    await press(person);
    expect((await resetPassword(person)).body.methods).toEqual([{ type: "passkey" }]);
  });

  it("S10 is off where no undisputed passkey is left", async () => {
    const person = await personWithApp(new Service(), 20);
    const thief = await phisherOf(person);
    const passkey = await plantPasskey(thief);
    await stepUpByPasskey(thief, passkey);
    expect((await demand(thief, true)).status).toBe(200);
    await press(person);
    await resetByApp(person);
    expect((await person.account()).body.twoFactor.passkeysOnly).toBe(false);
  });
});
