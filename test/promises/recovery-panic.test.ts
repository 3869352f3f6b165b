import { describe, expect, it } from "vitest";
import { signInByPasskey, turnOnPasskey } from "../support/passkey.ts";
import { newPassword, resetPassword } from "../support/password-reset.ts";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";
import { carryOn, decide, disputedItems, plantPasskey, press, thiefOf } from "../support/thief.ts";

/** The owner presses in panic, though nobody but them did anything, and comes back in by a reset alone. */
async function panic(person: Person): Promise<void> {
  await press(person);
  const { status, body } = await resetPassword(person);
  expect(status).toBe(200);
  const entered =
    body.status === "complete"
      ? { body }
      : await person.typeCode(body.signIn, "recovery", person.recoveryCodes[0] ?? "");
  expect(entered.body.status).toBe("complete");
  carryOn(person, entered.body.session.token);
}

/** Steps up by whatever the account asks for by then. */
async function proveAgain(person: Person, passkey: Awaited<ReturnType<typeof turnOnPasskey>>): Promise<void> {
  const { methods } = (await person.account()).body.twoFactor;
  if (methods.length === 0) return person.stepUpByPassword();
  const asked = await person.service.post("/v1/step-up/passkey/options", {}, person);
  const response = await passkey.get(asked.body, {});
  const proof = { method: "passkey", id: asked.body.id, response };
  person.token = (await person.service.post("/v1/step-up", proof, person)).body.session.token;
}

describe("S10 an owner who pressed in panic", () => {
  it("S10 keeps every kind, and loses nothing", async () => {
    const person = await Person.signUp(new Service());
    const passkey = await turnOnPasskey(person);
    const codes = person.recoveryCodes;
    await person.turnOnApp("Phone");
    person.service.pass(30);
    await person.turnOnEmail();
    const remembered = await person.rememberBrowser();
    await panic(person);
    const items = await disputedItems(person);
    const order = ["passkey", "app", "email", "recovery_codes", "browser"];
    expect(items.map(({ kind }) => kind).sort()).toEqual(order.toSorted());
    for (const { id } of items.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))) {
      await proveAgain(person, passkey);
      expect((await decide(person, id, true)).status).toBe(204);
    }
    expect(await disputedItems(person)).toEqual([]);
    const { twoFactor } = (await person.account()).body;
    expect(twoFactor.methods.map(({ type }: { type: string }) => type).sort()).toEqual(["app", "email", "passkey"]);
    expect((await person.startSignIn(newPassword, remembered)).body.status).toBe("complete");
    const step = (await person.startSignIn()).body;
    expect((await person.typeCode(step.signIn, "recovery", codes[1] ?? "")).body.status).toBe("complete");
    const byApp = (await person.startSignIn()).body;
    person.service.pass(30);
    expect((await person.typeCode(byApp.signIn, "app", person.appCode())).body.status).toBe("complete");
    expect((await signInByPasskey(person, passkey)).body.status).toBe("complete");
    const byMail = (await person.startSignIn()).body;
    await person.service.post("/v1/sign-in/email-code", { signIn: byMail.signIn });
    const code = await person.service.newestCode(person.email);
    expect((await person.typeCode(byMail.signIn, "email", code)).body.status).toBe("complete");
  });

  it("S10 is not made to lose a passkey by the browser, which is told to keep what may be given back", async () => {
    const person = await Person.signUp(new Service());
    const passkey = await turnOnPasskey(person);
    await panic(person);
    const signalled = async () =>
      (await person.service.get("/v1/account/passkeys", person)).body.signal.allAcceptedCredentialIds;
    expect(await signalled()).toEqual([passkey.credentialId]);
    await person.stepUpByPassword();
    for (const { id } of await disputedItems(person)) expect((await decide(person, id, false)).status).toBe(204);
    expect(await signalled()).toEqual([]);
  });

  it("S10 of keep and remove pressed at once one counts, and the other does nothing", async () => {
    const person = await Person.signUp(new Service());
    const passkey = await turnOnPasskey(person);
    await panic(person);
    await person.stepUpByPassword();
    const item = (await disputedItems(person)).find(({ kind }) => kind === "passkey");
    const answers = await Promise.all([true, false].map((keep) => decide(person, item?.id ?? "", keep)));
    // Where keeping was first, the account has a second factor by now, which removing wants to see.
    const [counted, other, ...more] = answers.map(({ status }) => status).sort();
    expect([counted, more]).toEqual([204, []]);
    expect([403, 404]).toContain(other);
    const isKept = answers[0]?.status === 204;
    expect((await person.account()).body.twoFactor.enabled).toBe(isKept);
    expect((await signInByPasskey(person, passkey)).status).toBe(isKept ? 200 : 401);
  });
});

describe("S10 'this wasn't me' while the thief is adding", () => {
  it("S10 leaves nothing of theirs in force, whichever is first", async () => {
    const person = await Person.signUp(new Service());
    const thief = await thiefOf(person);
    await plantPasskey(thief);
    const link = await person.mailedLink("not-me");
    const { id, uri } = (await person.service.post("/v1/account/two-factor/app", { name: "Burner" }, thief)).body;
    thief.uri = uri;
    const confirm = () =>
      person.service.post(`/v1/account/two-factor/app/${id}/confirm`, { code: thief.appCode() }, thief);
    const [added] = await Promise.all([confirm(), press(person, link)]);
    expect([200, 401, 404, 410]).toContain(added?.status);
    const { body } = await resetPassword(person);
    expect(body.status).toBe("complete");
    person.token = body.session.token;
    expect((await person.account()).body.twoFactor).toMatchObject({ enabled: false, methods: [] });
  });
});
