import { env } from "cloudflare:test";
import { describe, expect, it, vi } from "vitest";
import { systemRandom } from "../../worker/crypto/random.ts";
import { hashPassword, passwordMatches } from "../../worker/password/hash.ts";
import { countArgon2Runs } from "../support/counting-argon2.ts";
import { Person } from "../support/person.ts";
import { freshPassword, rangeAnswers, rangeOf, withRange } from "../support/range.ts";
import { Service } from "../support/service.ts";

const storedHash = (person: Person) =>
  env.DB.prepare("SELECT hash FROM passwords WHERE account_id = ?").bind(person.accountId).first<string>("hash");

describe("P1 passwords are stored as Argon2id PHC strings", () => {
  it("P1 with m=19456 KiB, t=2, p=1, a salt of their own and never twice the same", async () => {
    const service = new Service();
    const [one, other] = [await Person.signUp(service), await Person.signUp(service)];
    const phc = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/;
    expect(await storedHash(one)).toMatch(phc);
    expect(await storedHash(one)).not.toBe(await storedHash(other));
  });

  it("P1 and hashed anew at the next sign-in when the parameters were weaker", async () => {
    const person = await Person.signUp(new Service());
    const strong = await storedHash(person);
    const { default: Argon2 } = await import("@phi-ag/argon2");
    const { default: wasm } = await import("@phi-ag/argon2/argon2.wasm");
    const options = { memoryCost: 64, timeCost: 1, parallelism: 1, type: 2, salt: systemRandom(16) };
    const { encoded } = new Argon2(new WebAssembly.Instance(wasm, {})).hash(person.password, options);
    expect(encoded).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
    await env.DB.prepare("UPDATE passwords SET hash = ? WHERE account_id = ?").bind(encoded, person.accountId).run();

    expect((await person.startSignIn("not the password")).status).toBe(401);
    expect(await storedHash(person)).toBe(encoded);
    expect((await person.startSignIn()).status).toBe(200);
    expect(await storedHash(person)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await storedHash(person)).not.toBe(strong);
    expect((await person.startSignIn()).status).toBe(200);
  });

  it("P1 with the salt that chance gave", () => {
    expect(hashPassword("x", () => new Uint8Array(16))).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$A{22}\$/);
  });
});

describe("P2 a password may be anything of 8 to 256 code points", () => {
  it.each([
    ["eight emoji", "🔑🚪🏠🌊🌅🍋🥐☕"],
    ["only spaces and letters", "  a b c  "],
    ["another script", "пароль из слов"],
    ["256 of two units each", "🔑".repeat(256)],
  ])("P2 %s", async (_, password) => {
    const service = new Service();
    const email = `p2-${crypto.randomUUID()}@example.com`;
    const created = await service.post("/v1/accounts", { email, password });
    expect(created.status).toBe(202);
    const { id } = created.body.verification;
    await service.post("/v1/accounts/verify", { id, code: await service.newestCode(email) });
    expect((await service.post("/v1/sign-in", { email, password })).status).toBe(200);
    // No truncation: the last code point counts.
    const cut = [...password].slice(0, -1).join("");
    expect((await service.post("/v1/sign-in", { email, password: cut })).status).toBe(401);
    expect((await service.post("/v1/sign-in", { email, password: `${cut}x` })).status).toBe(401);
  });

  it("P2 each of its letters counts, in every script", async () => {
    const phc = hashPassword("contraseña muy ñoña, de eñes llena", systemRandom);
    expect(await passwordMatches(phc, "contraseña muy ñoña, de eñes llena")).toBe(true);
    expect(await passwordMatches(phc, "contraseña muy ñoña, de eñes lleno")).toBe(false);
  });

  it("P2 seven and 257 code points are refused, whatever their units", async () => {
    const check = async (password: string) =>
      (await new Service().post("/v1/password/check", { password })).body.reasons;
    expect(await check("🔑🚪🏠🌊🌅🍋🥐")).toEqual(["too_short"]);
    expect(await check("🔑".repeat(257))).toEqual(["too_long"]);
  });

  it("P2 is the same however its letters are composed", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    const composed = "el ni\u00f1o y la ma\u00f1ana";
    const wish = { currentPassword: person.password, newPassword: composed };
    expect((await service.put("/v1/account/password", wish, person)).status).toBe(204);
    expect((await person.startSignIn(composed.normalize("NFD"))).status).toBe(200);
  });

  it("P2 has its minimum from the settings, never under 8", async () => {
    const strict = new Service({ PASSWORD_MINIMUM: "15" });
    expect((await strict.post("/v1/password/check", { password: "fourteen chars" })).body.reasons).toEqual([
      "too_short",
    ]);
    expect(() => new Service({ PASSWORD_MINIMUM: "7" })).toThrow("PASSWORD_MINIMUM");
  });
});

describe("P3 a password is refused", () => {
  it("P3 when it is breached, at every place where one is chosen", async () => {
    const service = withRange();
    const person = await Person.signUp(service);
    const password = freshPassword();
    const { prefix, suffix } = await rangeOf(password);
    await rangeAnswers(prefix, { rows: `${suffix}:12` });
    const change = { currentPassword: person.password, newPassword: password };
    const answers = [
      await service.post("/v1/accounts", { email: `p3-${crypto.randomUUID()}@example.com`, password }),
      await service.put("/v1/account/password", change, person),
      await service.post("/v1/password/check", { password }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 200]);
    for (const { body } of answers) expect(body.reasons).toEqual(["breached"]);
  });

  it("P3 when it is common, also while the breach query fails, which stops nobody", async () => {
    const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
    const service = withRange({ BREACH_BASE_URL: "http://127.0.0.1:9" });
    for (const password of ["password1", "iloveyou1", "1234567890", "Qwertyuiop"]) {
      expect((await service.post("/v1/password/check", { password })).body.reasons).toEqual(["too_common"]);
    }
    await Person.signUp(service);
    quiet.mockRestore();
  });

  it("P3 when it holds the address or the service's name, or is the old one", async () => {
    const person = await Person.signUp(new Service());
    const localPart = person.email.split("@")[0];
    const reasons = async (newPassword: string) => {
      const wish = { currentPassword: person.password, newPassword };
      return (await person.service.put("/v1/account/password", wish, person)).body.reasons;
    };
    expect(await reasons(`my ${localPart?.toUpperCase()} word`)).toEqual(["contains_email"]);
    expect(await reasons("a LatchKey for me")).toEqual(["too_common"]);
    expect(await reasons(person.password)).toEqual(["same_as_before"]);
  });
});

describe("P5 nobody learns which addresses have accounts", () => {
  it("P5 unknown address, wrong password and unverified account get one answer, after one Argon2id each", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    const unverified = `p5-${crypto.randomUUID()}@example.com`;
    await service.post("/v1/accounts", { email: unverified, password: person.password });

    const instances = countArgon2Runs();
    const attempts = [
      { email: `nobody-${crypto.randomUUID()}@example.com`, password: person.password },
      { email: person.email, password: "not the password" },
      { email: unverified, password: person.password },
    ];
    const answers = [];
    for (const attempt of attempts) answers.push(await service.post("/v1/sign-in", attempt));
    expect(instances.stop()).toBe(attempts.length);
    for (const { status, body } of answers) {
      expect(status).toBe(401);
      expect({ ...body, requestId: "" }).toEqual({ ...answers[0]?.body, requestId: "" });
    }
  });

  it("P5 creating an account costs and answers the same for a taken address", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    service.pass(30);
    const instances = countArgon2Runs();
    const taken = await service.post("/v1/accounts", person);
    const free = await service.post("/v1/accounts", { ...person, email: `p5-${crypto.randomUUID()}@example.com` });
    expect(instances.stop()).toBe(2);
    expect([taken.status, Object.keys(taken.body.verification)]).toEqual([
      free.status,
      Object.keys(free.body.verification),
    ]);
  });
});
