import { describe, expect, inject, it } from "vitest";
import { Person } from "../../support/person.ts";
import { nextMailGets } from "../../support/resend.ts";
import { Service } from "../../support/service.ts";

describe("POST /v1/sign-in", () => {
  it("signs in at once where two-factor is off", async () => {
    const person = await Person.signUp(new Service());
    const { status, body } = await person.startSignIn();
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "complete", account: { email: person.email } });
    expect(body.session.token).toMatch(/^[\w-]{43}$/);
  });

  it("asks for the app's code where an app is on", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const mails = (await person.service.mailsTo(person.email)).length;
    const { status, body } = await person.startSignIn();
    expect(status).toBe(200);
    expect(body).toEqual({
      status: "second_step",
      signIn: expect.stringMatching(/^[\w-]{43}$/),
      expiresAt: new Date(person.service.now + 10 * 60_000).toISOString(),
      methods: [{ type: "app" }],
      preferred: "app",
      rememberDays: 30,
    });
    expect(await person.service.mailsTo(person.email)).toHaveLength(mails);
  });

  it("has mailed a new code by the time it asks for one, at each sign-in", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    const before = (await person.service.mailsTo(person.email)).length;
    const first = await person.startSignIn();
    person.service.pass(30);
    const second = await person.startSignIn();
    expect(first.body).toMatchObject({
      preferred: "email",
      methods: [{ type: "email", sentTo: expect.stringMatching(/^p•••.@example\.com$/) }],
    });
    expect(await person.service.mailsTo(person.email)).toHaveLength(before + 2);
    const code = await person.service.newestCode(person.email);
    expect((await person.typeCode(second.body.signIn, "email", code)).body.status).toBe("complete");
  });

  it("finds the account however its address is spelled", async () => {
    const person = await Person.signUp(new Service(), `Ana-${crypto.randomUUID()}@example.com`);
    const { status } = await person.service.post("/v1/sign-in", {
      email: ` ${person.email.toUpperCase()} `,
      password: person.password,
    });
    expect(status).toBe(200);
  });

  it("answers a wrong password and an unknown address alike", async () => {
    const person = await Person.signUp(new Service());
    const wrong = await person.startSignIn("not the password");
    const unknown = await person.service.post("/v1/sign-in", {
      email: "nobody@example.com",
      password: "whatever it is",
    });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect({ ...wrong.body, requestId: "" }).toEqual({ ...unknown.body, requestId: "" });
    expect(wrong.body.code).toBe("wrong_credentials");
  });

  it("says so when the mail fails, leaves nothing behind, and works when tried again", async () => {
    const service = new Service({
      MAIL: "resend",
      RESEND_API_KEY: "re_test",
      RESEND_BASE_URL: inject("resendAddress"),
    });
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    await nextMailGets({ status: 500, to: person.email });
    const failed = await service.post("/v1/sign-in", person);
    expect([failed.status, failed.body.code]).toEqual([502, "mail_not_sent"]);
    const again = await service.post("/v1/sign-in", person);
    expect(again.body.status).toBe("second_step");
  });

  it("falls back to the app, not to nothing, when the mail fails for somebody who has both", async () => {
    const service = new Service({
      MAIL: "resend",
      RESEND_API_KEY: "re_test",
      RESEND_BASE_URL: inject("resendAddress"),
    });
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    await person.turnOnApp();
    expect((await person.startSignIn()).body.preferred).toBe("app");
    const email = (await person.account()).body.twoFactor.methods.find(
      ({ type }: { type: string }) => type === "email",
    );
    await person.service.patch("/v1/account/two-factor", { preferred: email.id }, person);
    await nextMailGets({ status: 500, to: person.email });
    const { body } = await service.post("/v1/sign-in", person);
    expect(body).toMatchObject({ status: "second_step", preferred: "app" });
  });

  it.each([{ email: "ana@example.com" }, { password: "x" }, { email: "ana", password: "x" }, [], "text", null])(
    "refuses %j as no valid request",
    async (wish) => {
      const { status, body } = await new Service().post("/v1/sign-in", wish);
      expect([status, body.code]).toEqual([400, "invalid_request"]);
    },
  );
});
