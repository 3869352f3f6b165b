import { describe, expect, it } from "vitest";
import { addPasskey, signInByPasskey } from "../support/passkey.ts";
import { askReset, confirmReset, newPassword, resetPassword } from "../support/password-reset.ts";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";
import { SoftwareAuthenticator } from "../support/software-authenticator.ts";

const day = 24 * 60 * 60;

/** Presses 'this wasn't me' in the newest mail that has it. */
async function press(person: Person): Promise<void> {
  const link = await person.mailedLink("not-me");
  expect((await person.service.post("/v1/not-me", { link })).status).toBe(204);
}

/** A thief with the password, signed in and with a passkey of their own on the account. */
async function thiefWithPasskey(person: Person): Promise<{ token: string; passkey: SoftwareAuthenticator }> {
  const { token } = (await person.startSignIn()).body.session;
  const passkey = await SoftwareAuthenticator.make({});
  const thief = Object.assign(Object.create(person), { token });
  expect((await addPasskey(thief, passkey)).status).toBe(201);
  return { token, passkey };
}

const disputed = async (person: Person) => (await person.service.get("/v1/account/disputed", person)).body;

describe("S10 a thief's passkey", () => {
  it("S10 is suspended by 'this wasn't me': asked of nobody, and it signs nobody in", async () => {
    const person = await Person.signUp(new Service());
    const { passkey, token } = await thiefWithPasskey(person);
    await press(person);
    expect((await person.service.get("/v1/session", { token })).status).toBe(401);
    const reset = await resetPassword(person);
    expect([reset.status, reset.body.status]).toEqual([200, "complete"]);
    expect(reset.body.account.twoFactor).toMatchObject({ enabled: false, methods: [], recoveryCodesLeft: 0 });
    const alone = await signInByPasskey(person, passkey);
    expect([alone.status, alone.body.code]).toEqual([401, "wrong_passkey"]);
    person.token = reset.body.session.token;
    const { items, since } = await disputed(person);
    expect(since).not.toBeNull();
    expect(items.map(({ kind, state }: { kind: string; state: string }) => [kind, state]).sort()).toEqual([
      ["passkey", "suspended"],
      ["recovery_codes", "suspended"],
    ]);
  });
});
