import { env } from "cloudflare:test";
import { describe, expect, inject, it, vi } from "vitest";
import { Person } from "../support/person.ts";
import { nextMailGets, sentTo } from "../support/resend.ts";
import { Service } from "../support/service.ts";

const newPassword = "seven lanterns on a pier";
const withResend = () =>
  new Service({ MAIL: "resend", RESEND_API_KEY: "re_test", RESEND_BASE_URL: inject("resendAddress") });

function changePassword(person: Person, service = person.service) {
  const change = { currentPassword: person.password, newPassword, signOutOthers: false };
  return service.put("/v1/account/password", change, person);
}

describe("S7 mails on security events", () => {
  it("S7 go out for each of them, unasked, each with its own key and the link", async () => {
    const service = withResend();
    const inTime = (person: Person) => (service.now = Math.max(service.now, person.service.now + 60_000));
    const person = await Person.signUp(new Service());
    const { recoveryCodes, account } = (await person.turnOnApp()).body;
    inTime(person);
    const elsewhere = { headers: { "User-Agent": "Firefox/145.0 (Windows)", "CF-Connecting-IP": "203.0.113.9" } };
    const { signIn } = (await service.post("/v1/sign-in", person, { token: undefined, ...elsewhere })).body;
    const code = { signIn, method: "recovery", code: recoveryCodes[0] };
    const { session } = (await service.post("/v1/sign-in/code", code, elsewhere)).body;
    expect((await changePassword(person, service)).status).toBe(204);
    const step = { method: "recovery", code: recoveryCodes[1] };
    const { token } = (await service.post("/v1/step-up", step, session)).body.session;
    const app = account.twoFactor.methods[0].id;
    expect((await service.delete(`/v1/account/two-factor/${app}`, { token })).status).toBe(204);

    const mails = await sentTo(person.email);
    expect(mails.map(({ subject }) => subject).toSorted()).toEqual([
      "A recovery code was used on your account",
      "A recovery code was used on your account",
      "New sign-in to your Latchkey account",
      "Two-factor authentication was turned off",
      "Your Latchkey password was changed",
    ]);
    expect(new Set(mails.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(mails.length);
    for (const { text, html } of mails) {
      for (const body of [text, html]) expect(body).toContain("http://localhost:8787/not-me?link=");
      expect(text).toMatch(/Time: .+UTC/);
      expect(text).toMatch(/Browser: /);
    }
    const signedIn = mails.find(({ subject }) => subject.startsWith("New sign-in"));
    expect(signedIn?.text).toContain("Browser: Firefox on Windows");
  });

  it("S7 are in the account's language, whoever caused them", async () => {
    const service = new Service();
    const email = `es-${crypto.randomUUID()}@example.com`;
    const password = "a quiet harbour at dawn";
    const { id } = (await service.post("/v1/accounts", { email, password, locale: "es" })).body.verification;
    const { session } = (await service.post("/v1/accounts/verify", { id, code: await service.newestCode(email) })).body;
    const change = { currentPassword: password, newPassword };
    await service.put("/v1/account/password", change, { ...session, headers: { "Accept-Language": "en" } });
    const [mail] = await service.mailsTo(email);
    expect(mail?.subject).toBe("Se ha cambiado tu contraseña de Latchkey");
    expect(mail?.text).toMatch(/Fecha: .+ de \d{4}.+\(UTC\)/);
    expect(mail?.text).toContain("No he sido yo:\nhttp");
  });

  it("S7 are rows of the transaction of what they tell of: where that fails, there is neither", async () => {
    const person = await Person.signUp(new Service());
    const rows = () =>
      env.DB.prepare(
        `SELECT (SELECT count(*) FROM outbox) AS mails, (SELECT count(*) FROM events) AS events, p.hash
           FROM passwords p WHERE account_id = ?`,
      )
        .bind(person.accountId)
        .first();
    const before = await rows();
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    for (const table of ["outbox", "events", "sign_ins"]) {
      const broken = failingOn(new RegExp(`(INTO|FROM) ${table}\\b[^]*account_id`));
      expect([table, (await changePassword(person, broken)).status]).toEqual([table, 500]);
      expect(await rows()).toEqual(before);
    }
    logged.mockRestore();
    expect((await changePassword(person)).status).toBe(204);
  });

  it("S7 reach their reader when sending fails at first, and what they tell of was done all the same", async () => {
    const person = await Person.signUp(new Service());
    const service = withResend();
    await nextMailGets({ status: 500, to: person.email });
    expect((await changePassword(person, service)).status).toBe(204);
    expect(await sentTo(person.email)).toEqual([]);
    service.pass(5 * 60);
    await service.runSchedule();
    expect((await sentTo(person.email)).map(({ subject }) => subject)).toEqual(["Your Latchkey password was changed"]);
  });

  it("S7 the link ends all sessions and asks for a new password, once", async () => {
    const person = await Person.signUp(new Service());
    await changePassword(person);
    const others = await Promise.all([person.startSignIn(newPassword), person.startSignIn(newPassword)]);
    const link = await person.mailedLink("not-me");
    expect((await person.service.post("/v1/not-me", { link })).status).toBe(204);
    for (const session of [person, ...others.map(({ body }) => body.session)]) {
      expect((await person.service.get("/v1/session", session)).status).toBe(401);
    }
    expect((await person.startSignIn(newPassword)).body.code).toBe("password_reset_required");
    expect((await person.startSignIn("a guess of it")).body.code).toBe("wrong_credentials");
    expect((await person.service.post("/v1/not-me", { link })).body.code).toBe("link_expired");
  });

  it("S7 the link is of no other use: no session, no code, no account", async () => {
    const person = await Person.signUp(new Service());
    await changePassword(person);
    const link = await person.mailedLink("not-me");
    const asSession = { Authorization: `Bearer ${link.split(".").at(-1)}` };
    expect((await person.service.get("/v1/account", { headers: asSession })).status).toBe(401);
    expect((await person.service.post("/v1/account/email/undo", { link })).body.code).toBe("link_expired");
    const reported = await person.service.post("/v1/not-me", { link }, { headers: { "Latchkey-Session": "bearer" } });
    expect([reported.body, reported.headers.get("Set-Cookie")]).toEqual(["", null]);
  });
});

describe("S9 activity keeps no secret", () => {
  it("S9 whatever was done, and neither does the outbox once its mails are gone", async () => {
    const person = await Person.signUp(new Service());
    const secrets = [person.password, newPassword, person.token];
    const { recoveryCodes } = (await person.turnOnApp("My phone")).body;
    secrets.push(new URL(person.uri).searchParams.get("secret") ?? "", person.appCode());
    await person.turnOnEmail();
    const { signIn } = (await person.startSignIn()).body;
    secrets.push(
      signIn,
      recoveryCodes[0],
      (await person.typeCode(signIn, "recovery", recoveryCodes[0])).body.session.token,
    );
    await person.stepUp();
    secrets.push(person.token, person.appCode());
    const email = await person.moveAddress();
    secrets.push(await person.service.newestCode(email), await person.mailedLink("undo-email"));
    await changePassword(person);
    await person.service.delete("/v1/account/two-factor", person);

    const { results } = await env.DB.prepare("SELECT * FROM events WHERE account_id = ?").bind(person.accountId).all();
    expect(results.length).toBeGreaterThan(8);
    const shown = (await person.service.get("/v1/account/activity", person)).body;
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThanOrEqual(6);
      expect(JSON.stringify([results, shown])).not.toContain(secret);
    }
    const kept = await env.DB.prepare("SELECT * FROM outbox WHERE account_id = ?").bind(person.accountId).all();
    expect(kept.results.length).toBeGreaterThan(5);
    for (const row of kept.results) {
      expect(row).toMatchObject({ recipient: "", subject: "", text: "", html: "", sealed: null, news: null });
    }
  });
});

/** The service over a database that fails each statement of a certain kind. */
function failingOn(sql: RegExp): Service {
  const database = new Proxy(env.DB, {
    get: (target) => () => {
      const session = target.withSession("first-primary");
      const prepare = (text: string) =>
        session.prepare(sql.test(text) && !/^\s*SELECT/.test(text) ? "SELECT json('{')" : text);
      return new Proxy(session, {
        get: (each, name) => (name === "prepare" ? prepare : Reflect.get(each, name).bind(each)),
      });
    },
  });
  return new Service({}, { DB: database });
}
