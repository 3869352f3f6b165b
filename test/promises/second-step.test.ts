import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { signInByPasskey, turnOnPasskey } from "../support/passkey.ts";
import { askReset, confirmReset } from "../support/password-reset.ts";
import { Person, wrongCode } from "../support/person.ts";
import { Service, type TestAnswer } from "../support/service.ts";
import type { SoftwareAuthenticator } from "../support/software-authenticator.ts";

const sessionsOf = (person: Person) =>
  env.DB.prepare("SELECT count(*) AS n FROM sessions WHERE account_id = ?").bind(person.accountId).first<number>("n");

async function personWithApp(service = new Service()): Promise<Person> {
  const person = await Person.signUp(service);
  await person.turnOnApp();
  service.pass(30);
  return person;
}

async function passkeyOf(thief: Person): Promise<SoftwareAuthenticator> {
  await thief.stepUp();
  return turnOnPasskey(thief);
}

/** Every way to a session, by somebody who has the password and reads the mail of a person with an app, and no more. */
const ways: Record<string, (victim: Person, thief: Person) => Promise<TestAnswer>> = {
  "the password": (victim) => victim.startSignIn(),
  "the password, with a session of their own": (victim, thief) => victim.service.post("/v1/sign-in", victim, thief),
  "the password, with a made-up browser": (victim) =>
    victim.startSignIn(undefined, { "Latchkey-Device": "x".repeat(43) }),
  "the password, with a browser remembered for them": async (victim, thief) => {
    const browser = await thief.rememberBrowser();
    return victim.startSignIn(undefined, browser);
  },
  "a wrong code": async (victim) => {
    const { signIn } = (await victim.startSignIn()).body;
    return victim.typeCode(signIn, "app", wrongCode(victim.appCode()));
  },
  "a code of their own app": async (victim, thief) => {
    const { signIn } = (await victim.startSignIn()).body;
    return victim.typeCode(signIn, "app", thief.appCode());
  },
  "a recovery code of their own": async (victim, thief) => {
    const { signIn } = (await victim.startSignIn()).body;
    await thief.stepUp();
    const { recoveryCodes } = (await thief.service.post("/v1/account/recovery-codes", {}, thief)).body;
    return victim.typeCode(signIn, "recovery", recoveryCodes[0]);
  },
  "their own sign-in with the victim's code": async (victim, thief) => {
    const { signIn } = (await thief.startSignIn()).body;
    return thief.typeCode(signIn, "app", victim.appCode());
  },
  "a mailed code for a method that is not on": async (victim) => {
    const { signIn } = (await victim.startSignIn()).body;
    expect((await victim.service.post("/v1/sign-in/email-code", { signIn })).status).toBe(404);
    return victim.typeCode(signIn, "email", "123456");
  },
  "a reset of the password": async (victim) => confirmReset(victim, await askReset(victim)),
  "the code of a reset as second step": async (victim) => {
    const { code } = await askReset(victim);
    const { signIn } = (await victim.startSignIn()).body;
    return victim.typeCode(signIn, "email", code);
  },
  "a passkey of their own": async (victim, thief) => {
    const passkey = await passkeyOf(thief);
    const { signIn } = (await victim.startSignIn()).body;
    const asked = (await victim.service.post("/v1/sign-in/passkey/options")).body;
    const response = await passkey.get(asked, { userHandle: victim.accountId });
    return victim.service.post("/v1/sign-in/passkey", { signIn, id: asked.id, response });
  },
  "a passkey of their own, in the victim's name": async (victim, thief) =>
    signInByPasskey(victim, await passkeyOf(thief), { mischief: { userHandle: victim.accountId } }),
  "their own sign-in with a passkey of their own, for the victim": async (victim, thief) => {
    const passkey = await passkeyOf(thief);
    const { signIn } = (await thief.startSignIn()).body;
    return signInByPasskey(victim, passkey, { signIn, mischief: { userHandle: victim.accountId } });
  },
  "the code of a reset as that of a new account": async (victim) => {
    const { id, code } = await askReset(victim);
    return victim.service.post("/v1/accounts/verify", { id, code });
  },
  "a new account with the same address": async (victim) => {
    const { body } = await victim.service.post("/v1/accounts", victim);
    return victim.service.post("/v1/accounts/verify", { id: body.verification.id, code: "123456" });
  },
  "a step-up without a session": (victim) =>
    victim.service.post("/v1/step-up", { method: "app", code: victim.appCode() }, { token: undefined }),
  "the secret of a sign-in as a session": async (victim) => {
    const { signIn } = (await victim.startSignIn()).body;
    return victim.service.post("/v1/step-up", { method: "app", code: victim.appCode() }, { token: signIn });
  },
  "the token of a browser as a session": async (victim) => {
    const browser = await victim.rememberBrowser();
    await env.DB.prepare("DELETE FROM sessions WHERE account_id = ?").bind(victim.accountId).run();
    return victim.service.get("/v1/session", { token: browser["Latchkey-Device"] });
  },
};

describe("S2 a second step that is due cannot be walked around", () => {
  it.each(Object.entries(ways))("S2 not by %s", async (_, attack) => {
    const service = new Service();
    const [victim, thief] = [await personWithApp(service), await personWithApp(service)];
    await env.DB.prepare("DELETE FROM sessions WHERE account_id = ?").bind(victim.accountId).run();
    const { body, headers } = await attack(victim, thief);
    expect(await sessionsOf(victim)).toBe(0);
    expect(body.session).toBeUndefined();
    expect(body.status).not.toBe("complete");
    expect(headers.getSetCookie().filter((cookie) => !/Max-Age=0/.test(cookie))).toEqual([]);
  });
});

describe("S2 the secret of a sign-in in progress", () => {
  it("S2 is good once, also of ten at once with different right codes", async () => {
    const person = await Person.signUp(new Service());
    const { recoveryCodes } = (await person.turnOnApp()).body;
    person.service.pass(30);
    const before = (await sessionsOf(person)) ?? 0;
    const { signIn } = (await person.startSignIn()).body;
    const answers = await Promise.all(
      recoveryCodes.slice(0, 4).map((code: string) => person.typeCode(signIn, "recovery", code)),
    );
    expect(answers.filter(({ body }) => body.status === "complete")).toHaveLength(1);
    expect(await sessionsOf(person)).toBe(before + 1);
    expect((await person.typeCode(signIn, "app", person.appCode())).body.code).toBe("sign_in_expired");
  });

  it("S2 is void after ten minutes", async () => {
    const person = await personWithApp();
    const { signIn } = (await person.startSignIn()).body;
    person.service.pass(600);
    expect((await person.typeCode(signIn, "app", person.appCode())).body.code).toBe("sign_in_expired");
  });
});

describe("S2 a session cannot be planted", () => {
  it("S2 a token that the browser had before never becomes the session", async () => {
    const person = await personWithApp();
    const planted = "A".repeat(43);
    const headers = {
      "Latchkey-Session": "",
      Origin: person.service.origin,
      Cookie: `__Host-latchkey=${planted}; __Host-latchkey-device=${planted}`,
    };
    const { signIn } = (await person.service.post("/v1/sign-in", person, { headers, token: undefined })).body;
    const proof = { signIn, method: "app", code: person.appCode(), rememberDevice: true };
    const completed = await person.service.post("/v1/sign-in/code", proof, { headers });
    const cookies = completed.headers.getSetCookie().map((cookie) => /=([\w-]*)/.exec(cookie)?.[1]);
    expect(cookies).toHaveLength(2);
    expect(cookies).not.toContain(planted);
    expect((await person.service.get("/v1/session", { token: planted })).status).toBe(401);
  });

  it("S2 a session that was there before the sign-in gains nothing from it", async () => {
    const service = new Service();
    const [person, thief] = [await personWithApp(service), await personWithApp(service)];
    service.pass(3600);
    const { signIn } = (await service.post("/v1/sign-in", person, thief)).body;
    const proof = { signIn, method: "app", code: person.appCode() };
    const { body } = await service.post("/v1/sign-in/code", proof, thief);
    expect(body.session.token).not.toBe(thief.token);
    const { session, account } = (await service.get("/v1/session", thief)).body;
    expect(account.id).toBe(thief.accountId);
    expect(session.elevatedUntil).toBeNull();
    expect((await service.post("/v1/account/two-factor/app", {}, thief)).status).toBe(403);
  });

  it("S4 a token from before a step-up ends with it", async () => {
    const person = await personWithApp();
    const old = person.token;
    await person.stepUp();
    expect(person.token).not.toBe(old);
    expect((await person.service.get("/v1/session", { token: old })).status).toBe(401);
  });
});

describe("C4 a set-up is its account's own", () => {
  it("C4 nobody confirms somebody else's, even with its right code", async () => {
    const service = new Service();
    const [victim, thief] = [await Person.signUp(service), await Person.signUp(service)];
    const app = (await service.post("/v1/account/two-factor/app", {}, victim)).body;
    victim.uri = app.uri;
    const email = (await service.post("/v1/account/two-factor/email", {}, victim)).body;
    const codes = { app: victim.appCode(), email: await service.newestCode(victim.email) };
    for (const [method, id] of [
      ["app", app.id],
      ["email", email.id],
    ] as const) {
      const path = `/v1/account/two-factor/${method}/${id}/confirm`;
      expect([401, 404]).toContain((await service.post(path, { code: codes[method] }, thief)).status);
      expect((await thief.account()).body.twoFactor.enabled).toBe(false);
      expect((await victim.account()).body.twoFactor.enabled).toBe(false);
    }
    const own = `/v1/account/two-factor/app/${app.id}/confirm`;
    expect((await service.post(own, { code: codes.app }, victim)).status).toBe(200);
  });
});
