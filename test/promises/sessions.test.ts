import { env } from "cloudflare:test";
import { describe, expect, it, vi } from "vitest";
import { RoundTrips } from "../support/counting-database.ts";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";

const day = 24 * 60 * 60;

describe("S1 session tokens", () => {
  it("S1 are 256 random bits, of which only a SHA-256 is stored", async () => {
    const person = await Person.signUp(new Service());
    expect(person.token).toMatch(/^[\w-]{43}$/);
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(person.token));
    const { results } = await env.DB.prepare("SELECT * FROM sessions WHERE account_id = ?")
      .bind(person.accountId)
      .all();
    expect(JSON.stringify(results)).not.toContain(person.token);
    const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
    expect(results[0]?.token_hash).toBe(hash.replaceAll("+", "-").replaceAll("/", "_").replace("=", ""));
  });

  it("S1 idle 30 days and last 90, or less where the settings say so", async () => {
    const person = await Person.signUp(new Service());
    const life = Date.parse((await person.service.get("/v1/session", person)).body.session.expiresAt);
    expect(Math.round((life - person.service.now) / 1000 / day)).toBe(90);
    const strict = new Service({ SESSION_IDLE_DAYS: "1", SESSION_MAXIMUM_DAYS: "7" });
    const guest = await Person.signUp(strict);
    strict.pass(day);
    expect((await strict.get("/v1/session", guest)).status).toBe(401);
  });
});

describe("S2 a correct password alone is of no use", () => {
  it.each(["app", "email"] as const)(
    "S2 it makes no session, cookie or token for a person with %s on",
    async (method) => {
      const person = await Person.signUp(new Service());
      await (method === "app" ? person.turnOnApp() : person.turnOnEmail());
      const sessions = () =>
        env.DB.prepare("SELECT count(*) AS n FROM sessions WHERE account_id = ?").bind(person.accountId);
      const before = await sessions().first("n");
      for (const carrier of ["bearer", ""]) {
        person.service.pass(30);
        const answer = await person.service.post("/v1/sign-in", person, {
          token: undefined,
          headers: { "Latchkey-Session": carrier, Origin: person.service.origin },
        });
        expect(answer.body.status).toBe("second_step");
        expect(answer.headers.get("Set-Cookie")).toBeNull();
        expect(answer.body.session).toBeUndefined();
        const { signIn } = answer.body;
        const asSession: Record<string, string>[] = [
          { Authorization: `Bearer ${signIn}` },
          { Cookie: `__Host-latchkey=${signIn}` },
        ];
        for (const headers of asSession) {
          expect((await person.service.get("/v1/account", { headers })).status).toBe(401);
        }
      }
      expect(await sessions().first("n")).toBe(before);
    },
  );

  it("S2 a method switched on while a password is being checked is still asked for", async () => {
    const person = await Person.signUp(new Service());
    const answers = await Promise.all([person.turnOnApp(), ...Array.from({ length: 4 }, () => person.startSignIn())]);
    const [confirmed, ...signIns] = answers;
    expect(confirmed?.status).toBe(200);
    // Those that came through were complete before the method was on; afterwards none is.
    for (const { body } of signIns) expect(["complete", "second_step", undefined]).toContain(body.status);
    expect((await person.startSignIn()).body.status).toBe("second_step");
  });
});

describe("S6 cookie requests that change state need an allowed Origin", () => {
  it("S6 on every route that changes state", async () => {
    const service = new Service();
    const routes = [
      ["POST", "/v1/accounts"],
      ["POST", "/v1/accounts/verify"],
      ["POST", "/v1/accounts/verification"],
      ["PUT", "/v1/account/password"],
      ["POST", "/v1/account/two-factor/app"],
      ["POST", "/v1/account/two-factor/app/x/confirm"],
      ["POST", "/v1/account/two-factor/email"],
      ["POST", "/v1/account/two-factor/email/x/confirm"],
      ["PATCH", "/v1/account/two-factor"],
      ["DELETE", "/v1/account/two-factor"],
      ["DELETE", "/v1/account/two-factor/x"],
      ["POST", "/v1/sign-in"],
      ["POST", "/v1/sign-in/code"],
      ["POST", "/v1/sign-in/email-code"],
      ["POST", "/v1/password-reset"],
      ["POST", "/v1/password-reset/confirm"],
      ["POST", "/v1/password-reset/stop"],
      ["POST", "/v1/account/recovery-codes"],
      ["DELETE", "/v1/account/devices"],
      ["DELETE", "/v1/account/devices/x"],
      ["POST", "/v1/step-up"],
      ["POST", "/v1/step-up/email-code"],
      ["DELETE", "/v1/session"],
    ] as const;
    for (const [method, path] of routes) {
      for (const origin of [undefined, "https://evil.example"]) {
        const headers = { "Latchkey-Session": "", Cookie: "__Host-latchkey=x", ...(origin && { Origin: origin }) };
        const { status, body } = await service.send(method, path, { body: {}, headers });
        expect([path, status, body.code]).toEqual([path, 403, "origin_not_allowed"]);
      }
    }
  });

  it("S6 CORS names one allowed origin, or none", async () => {
    const service = new Service({ ALLOWED_ORIGINS: "https://shop.example" });
    const allowed = async (origin: string) =>
      (await service.get("/health", { headers: { Origin: origin } })).headers.get("Access-Control-Allow-Origin");
    expect(await allowed("https://shop.example")).toBe("https://shop.example");
    expect(await allowed("https://evil.example")).toBeNull();
  });
});

describe("S8 KV decides nothing", () => {
  it("S8 with KV gone, everything but the local mailbox works", async () => {
    const person = await Person.signUp(new Service());
    const { recoveryCodes } = (await person.turnOnApp()).body;
    const gone = new Proxy({}, { get: () => () => Promise.reject(new Error("KV is gone")) });
    const service = new Service({}, { MAILBOX: gone as never });
    const { signIn } = (await service.post("/v1/sign-in", person)).body;
    const proof = { signIn, method: "recovery", code: recoveryCodes[0] };
    const { body } = await service.post("/v1/sign-in/code", proof);
    expect(body.status).toBe("complete");
    expect((await service.get("/v1/account", body.session)).status).toBe(200);
    expect((await service.delete("/v1/session", body.session)).status).toBe(204);
    expect((await service.get("/v1/account", body.session)).status).toBe(401);
  });

  it("S8 sessions are read from D1's primary", async () => {
    const asked: unknown[] = [];
    const database = new Proxy(env.DB, {
      get: (target, name) => (constraint: string) => {
        asked.push([name, constraint]);
        return target.withSession(constraint);
      },
    });
    await new Service({}, { DB: database }).get("/v1/session", { token: "x" });
    expect(asked).toEqual([["withSession", "first-primary"]]);
  });
});

describe("S9 nothing secret is logged or put in a URL", () => {
  it("S9 not even when things fail", async () => {
    const logged: string[] = [];
    const spies = (["log", "info", "warn", "error", "debug"] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation((...words) => void logged.push(words.map(String).join(" "))),
    );
    const person = await Person.signUp(new Service());
    const { recoveryCodes } = (await person.turnOnApp()).body;
    const { signIn } = (await person.startSignIn()).body;
    await person.typeCode(signIn, "recovery", recoveryCodes[0]);
    const broken = new Service({ SEAL_KEYS: `other:${btoa("x".repeat(32))}` });
    const started = (await broken.post("/v1/sign-in", person)).body.signIn;
    const code = person.appCode();
    expect((await broken.post("/v1/sign-in/code", { signIn: started, method: "app", code })).status).toBe(503);
    const unsent = new Service({ MAIL: "resend", RESEND_API_KEY: "re_secret", RESEND_BASE_URL: "http://127.0.0.1:9" });
    await unsent.post("/v1/accounts", person);
    for (const spy of spies) spy.mockRestore();

    expect(logged.length).toBeGreaterThan(0);
    const secret = new URL(person.uri).searchParams.get("secret");
    for (const each of [
      person.password,
      person.token,
      person.email,
      secret,
      code,
      signIn,
      started,
      "re_secret",
      ...recoveryCodes,
    ]) {
      expect(logged.join("\n")).not.toContain(each);
    }
  });
});

describe("round trips to the database, which people feel", () => {
  it("are few on the ways that are walked most", async () => {
    const person = await Person.signUp(new Service());
    const trips = new RoundTrips();
    const counted = new Service({}, { DB: trips.database });
    counted.now = person.service.now + 60_000;
    const cost = async <Value>(work: () => Promise<Value>): Promise<[number, Value]> => {
      trips.count = 0;
      const value = await work();
      return [trips.count, value];
    };
    const [plainSignIn] = await cost(() => counted.post("/v1/sign-in", person));
    const [account] = await cost(() => counted.get("/v1/account", person));
    await person.turnOnApp();
    const [password, started] = await cost(() => counted.post("/v1/sign-in", person));
    const code = person.appCode((counted.now - person.service.now) / 30_000);
    const [secondStep] = await cost(() =>
      counted.post("/v1/sign-in/code", { signIn: started.body.signIn, method: "app", code }),
    );
    counted.pass(30);
    const proof = { method: "app", code: person.appCode((counted.now - person.service.now) / 30_000) };
    const [stepUp] = await cost(() => counted.post("/v1/step-up", proof, person));
    const [reset, { body }] = await cost(() => counted.post("/v1/password-reset", { email: person.email }));
    const wish = { id: body.reset.id, code: await counted.newestCode(person.email), newPassword: "nine kites aloft" };
    const [confirmed] = await cost(() => counted.post("/v1/password-reset/confirm", wish));
    // After the answer, what tells of something looks into the outbox, and takes away what it sent from there; the code
    // of a reset becomes good then too. The first to tell of anything finds that no webhook listens, and what ended sessions
    // looks for sites that are to be told.
    expect({ plainSignIn, account, password, secondStep, stepUp, reset, confirmed }).toEqual({
      plainSignIn: 2 + 1 + 1,
      account: 2,
      password: 2,
      secondStep: 3 + 1,
      stepUp: 4,
      reset: 2,
      confirmed: 3 + 3,
    });
  });
});
