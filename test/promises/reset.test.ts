import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { signInByPasskey, turnOnPasskey } from "../support/passkey.ts";
import { askReset, confirmReset, newPassword, resetPassword } from "../support/password-reset.ts";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";

const hours = 60 * 60;

const stopLink = async (person: Person): Promise<string> => {
  const [mail] = await person.service.mailsTo(person.email);
  return /\/stop-reset\?link=([\w.-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
};

async function signUpWith(...methods: ("app" | "email")[]): Promise<Person> {
  const person = await Person.signUp(new Service());
  for (const method of methods) await (method === "app" ? person.turnOnApp() : person.turnOnEmail());
  return person;
}

describe("S3 after a reset by e-mail the second step is never by e-mail", () => {
  it("S3 an app's code is asked for, and completes it", async () => {
    const person = await signUpWith("app", "email");
    const { status, body } = await resetPassword(person);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "second_step", methods: [{ type: "app" }], preferred: "app" });
    expect(body.session).toBeUndefined();
    const completed = await person.typeCode(body.signIn, "app", person.appCode());
    expect(completed.body.status).toBe("complete");
  });

  it("S3 a passkey is asked for, and completes it", async () => {
    const person = await signUpWith("email");
    const passkey = await turnOnPasskey(person);
    const { status, body } = await resetPassword(person);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "second_step", methods: [{ type: "passkey" }], preferred: "passkey" });
    const completed = await signInByPasskey(person, passkey, { signIn: body.signIn });
    expect(completed.body.status).toBe("complete");
    const { methods } = (await person.startSignIn(newPassword)).body;
    expect(methods.map(({ type }: { type: string }) => type)).toEqual(["email", "passkey"]);
  });

  it("S3 also where the person prefers e-mail, and a code of it is neither sent nor accepted", async () => {
    const person = await signUpWith("app", "email");
    const { methods } = (await person.account()).body.twoFactor;
    const preferred = methods.find(({ type }: { type: string }) => type === "email").id;
    await person.service.patch("/v1/account/two-factor", { preferred }, person);
    const { body } = await resetPassword(person);
    expect(body).toMatchObject({ methods: [{ type: "app" }], preferred: "app" });
    const mails = (await person.service.mailsTo(person.email)).length;
    const sent = await person.service.post("/v1/sign-in/email-code", { signIn: body.signIn });
    expect([sent.status, sent.body.code]).toEqual([404, "not_found"]);
    expect((await person.typeCode(body.signIn, "email", "123456")).status).toBe(401);
    expect(await person.service.mailsTo(person.email)).toHaveLength(mails);
  });

  it("S3 nor by starting a new sign-in with the new password, however much later", async () => {
    const person = await signUpWith("app", "email");
    await resetPassword(person);
    for (const wait of [0, 24 * hours, 30 * 24 * hours]) {
      person.service.pass(wait);
      const { signIn, methods } = (await person.startSignIn(newPassword)).body;
      expect(methods).toEqual([{ type: "app" }]);
      expect((await person.service.post("/v1/sign-in/email-code", { signIn })).status).toBe(404);
    }
  });

  it("S3 until another second step was right: then it counts again", async () => {
    const person = await signUpWith("app", "email");
    const { signIn } = (await resetPassword(person)).body;
    await person.typeCode(signIn, "app", person.appCode());
    const { methods } = (await person.startSignIn(newPassword)).body;
    expect(methods.map(({ type }: { type: string }) => type)).toEqual(["app", "email"]);
  });

  it("S3 a recovery code completes it, where the app is lost", async () => {
    const person = await Person.signUp(new Service());
    const { recoveryCodes } = (await person.turnOnApp()).body;
    const { signIn } = (await resetPassword(person)).body;
    expect((await person.typeCode(signIn, "recovery", recoveryCodes[0])).body.status).toBe("complete");
  });

  it("S3 without two-factor the new password is all that is asked, and signs in", async () => {
    const person = await signUpWith();
    const { status, body } = await resetPassword(person);
    expect([status, body.status]).toEqual([200, "complete"]);
    expect((await person.service.get("/v1/session", body.session)).status).toBe(200);
    expect((await person.startSignIn()).body.code).toBe("wrong_credentials");
    expect((await person.startSignIn(newPassword)).body.status).toBe("complete");
  });
});

describe("S3 a person who has only e-mail waits 24 hours", () => {
  it("S3 until then nothing has changed, and the owner is told at once how to stop it", async () => {
    const person = await signUpWith("email");
    const { status, body } = await resetPassword(person);
    expect([status, body]).toEqual([
      202,
      { status: "waiting", until: new Date(person.service.now + 24 * hours * 1000).toISOString() },
    ]);
    const [mail] = await person.service.mailsTo(person.email);
    expect(mail?.subject).toBe("Someone is resetting your Latchkey password");
    expect(await stopLink(person)).not.toBe("");
    expect((await person.service.get("/v1/session", person)).status).toBe(200);
    expect((await person.startSignIn()).body.status).toBe("second_step");
    person.service.pass(24 * hours - 10);
    expect((await person.startSignIn(newPassword)).body.code).toBe("wrong_credentials");
  });

  it("S3 then the new password is good, with the e-mail as second step, and what rested on the old one ends", async () => {
    const person = await signUpWith("email");
    await resetPassword(person);
    person.service.pass(24 * hours);
    const started = await person.startSignIn(newPassword);
    expect(started.body).toMatchObject({ status: "second_step", preferred: "email" });
    const { subject } = (await person.service.mailsTo(person.email)).find(({ text }) => !/\d{6}/.test(text)) ?? {};
    expect(subject).toBe("Your Latchkey password was reset");
    expect((await person.service.get("/v1/session", person)).status).toBe(401);
    const code = await person.service.newestCode(person.email);
    expect((await person.typeCode(started.body.signIn, "email", code)).body.status).toBe("complete");
    expect((await person.startSignIn()).body.code).toBe("wrong_credentials");
  });

  it("S3 of ten sign-ins at once after the wait one puts it into effect, and it is told once", async () => {
    const person = await signUpWith("email");
    await resetPassword(person);
    person.service.pass(24 * hours);
    await Promise.all(Array.from({ length: 10 }, () => person.startSignIn(newPassword)));
    const told = (await person.service.mailsTo(person.email)).filter(({ subject }) => /was reset/.test(subject));
    expect(told).toHaveLength(1);
  });

  it("S3 of three right codes at once one lets it wait, and it is told once", async () => {
    const person = await signUpWith("email");
    const reset = await askReset(person);
    const answers = await Promise.all([1, 2, 3].map(() => confirmReset(person, reset)));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 401, 401]);
    const { body } = await person.service.get("/v1/account/activity", person);
    expect(body.events.filter(({ type }: { type: string }) => type === "reset_wait_begun")).toHaveLength(1);
    const told = (await person.service.mailsTo(person.email)).filter(({ text }) => text.includes("/stop-reset?link="));
    expect(told).toHaveLength(1);
  });

  it("S3 unless the link stops it, once, before or after", async () => {
    for (const wait of [0, 24 * hours]) {
      const person = await signUpWith("email");
      await resetPassword(person);
      const token = await stopLink(person);
      person.service.pass(wait);
      expect((await person.service.post("/v1/password-reset/stop", { token })).status).toBe(204);
      expect((await person.service.post("/v1/password-reset/stop", { token })).status).toBe(410);
      person.service.pass(24 * hours);
      expect((await person.startSignIn(newPassword)).body.code).toBe("wrong_credentials");
      expect((await person.startSignIn()).body.status).toBe("second_step");
    }
  });

  it("S3 a link of an older reset, of another account or made up stops nothing", async () => {
    const person = await signUpWith("email");
    await resetPassword(person);
    const older = await stopLink(person);
    await resetPassword(person);
    const newer = await stopLink(person);
    const other = await signUpWith("email");
    await resetPassword(other);
    const parts = newer.split(".");
    const moved = [other.accountId, ...parts.slice(1)].join(".");
    for (const token of [older, moved, `${newer.slice(0, -1)}${newer.endsWith("A") ? "E" : "A"}`, "made.up.x.y", "x"]) {
      expect((await person.service.post("/v1/password-reset/stop", { token })).status).toBe(410);
    }
    person.service.pass(24 * hours);
    expect((await person.startSignIn(newPassword)).body.status).toBe("second_step");
  });

  it("S3 and a password change by its owner voids it", async () => {
    const person = await signUpWith("email");
    await resetPassword(person);
    // Only a proof that is newer than what waits ends it (promise S11).
    person.service.pass(60);
    await person.stepUpByEmail();
    const wish = { currentPassword: person.password, newPassword: "nine kites over the bay" };
    expect((await person.service.put("/v1/account/password", wish, person)).status).toBe(204);
    person.service.pass(24 * hours);
    expect((await person.startSignIn(newPassword)).body.code).toBe("wrong_credentials");
    expect((await person.startSignIn("nine kites over the bay")).body.status).toBe("second_step");
  });

  it("S3 an app that was set up meanwhile is asked for when it takes effect", async () => {
    const person = await signUpWith("email");
    await resetPassword(person);
    await person.turnOnApp();
    person.service.pass(24 * hours);
    expect((await person.startSignIn(newPassword)).body.methods).toEqual([{ type: "app" }]);
  });
});

describe("S5 a reset ends what rested on the old password", () => {
  it("S5 sessions, remembered browsers, sign-ins in progress and older resets", async () => {
    const person = await signUpWith("app", "email");
    const browser = await person.rememberBrowser();
    const { signIn } = (await person.startSignIn()).body;
    const older = await askReset(person);
    await resetPassword(person);
    expect((await person.service.get("/v1/session", person)).status).toBe(401);
    expect((await person.startSignIn(newPassword, browser)).body.status).toBe("second_step");
    expect((await person.typeCode(signIn, "app", person.appCode())).body.code).toBe("sign_in_expired");
    expect((await confirmReset(person, older)).body.code).toBe("code_expired");
  });
});

describe("S2 a reset is no way around the second step", () => {
  it("S2 it makes no session for a person with two-factor on", async () => {
    for (const methods of [["app"], ["email"], ["app", "email"]] as const) {
      const person = await signUpWith(...methods);
      await resetPassword(person);
      const { results } = await env.DB.prepare("SELECT id FROM sessions WHERE account_id = ? AND token_hash <> ''")
        .bind(person.accountId)
        .all();
      expect(results).toHaveLength(methods.length === 1 && methods[0] === "email" ? 1 : 0);
    }
  });
});
