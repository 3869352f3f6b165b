import { describe, expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const password = "a quiet harbour at dawn";
const newAddress = () => `new-${crypto.randomUUID()}@example.com`;

describe("POST /v1/accounts", () => {
  it("mails a code and answers where to bring it", async () => {
    const service = new Service();
    const email = newAddress();
    const { status, body } = await service.post("/v1/accounts", { email, password });
    expect(status).toBe(202);
    expect(body).toEqual({
      verification: { id: expect.any(String), expiresAt: expect.stringMatching(/T.*\.\d{3}Z$/) },
    });
    expect(Date.parse(body.verification.expiresAt) - service.now).toBe(10 * 60_000);
    expect(await service.newestCode(email)).toMatch(/^\d{6}$/);
  });

  it("answers the same for a taken address, and tells its owner by mail instead of sending a code", async () => {
    const service = new Service();
    const owner = await Person.signUp(service);
    service.pass(30);
    const { status, body } = await service.post("/v1/accounts", { email: owner.email.toUpperCase(), password });
    expect(status).toBe(202);
    expect(Object.keys(body.verification)).toEqual(["id", "expiresAt"]);
    const [mail] = await service.mailsTo(owner.email);
    expect(mail?.subject).toBe("You already have a Latchkey account");
    expect(mail?.text).not.toMatch(/\b\d{6}\b/);
    const tried = await service.post("/v1/accounts/verify", { id: body.verification.id, code: "123456" });
    expect(tried.body).toMatchObject({ code: "wrong_code", attemptsLeft: 4 });
  });

  it("refuses a weak password with every reason, before any mail goes out", async () => {
    const service = new Service();
    const email = newAddress();
    const { status, body } = await service.post("/v1/accounts", { email, password: "short" });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: "password_rejected", reasons: ["too_short"] });
    expect(await service.mailsTo(email)).toEqual([]);
  });

  it("mails in the language of the account", async () => {
    const service = new Service();
    const email = newAddress();
    await service.post("/v1/accounts", { email, password, locale: "es" });
    expect((await service.mailsTo(email))[0]?.subject).toBe("Tu código de verificación de Latchkey");
  });

  it.each([
    ["no address", { password }],
    ["no password", { email: "ana@example.com" }],
    ["an address without a domain", { email: "ana", password }],
    ["an address with a line break", { email: "ana@example.com\nBcc: b@example.com", password }],
    ["an address of 255 characters", { email: `${"a".repeat(64)}@${"b".repeat(186)}.com`, password }],
    ["a language that there is not", { email: "ana@example.com", password, locale: "xx" }],
    ["a password that is no text", { email: "ana@example.com", password: ["a"] }],
  ])("refuses %s and names the field", async (_, wish) => {
    const { status, body } = await new Service().post("/v1/accounts", wish);
    expect(status).toBe(400);
    expect(body.code).toBe("invalid_request");
    expect(body.fields.length).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain(password);
  });
});

describe("POST /v1/accounts/verification", () => {
  it("sends a new code after 30 s, and the old one is void", async () => {
    const service = new Service();
    const email = newAddress();
    const { body } = await service.post("/v1/accounts", { email, password });
    const { id } = body.verification;
    const first = await service.newestCode(email);

    const tooSoon = await service.post("/v1/accounts/verification", { id });
    expect(tooSoon.status).toBe(429);
    expect(tooSoon.body).toMatchObject({ code: "too_many_attempts", retryAfter: 30 });
    expect(tooSoon.headers.get("Retry-After")).toBe("30");

    service.pass(30);
    expect((await service.post("/v1/accounts/verification", { id })).status).toBe(202);
    const second = await service.newestCode(email);
    if (first !== second) {
      const old = await service.post("/v1/accounts/verify", { id, code: first });
      expect(old.body.code).toBe("wrong_code");
    }
    expect((await service.post("/v1/accounts/verify", { id, code: second })).status).toBe(201);
  });

  it("sends one mail however many ask at once", async () => {
    const service = new Service();
    const email = newAddress();
    const { body } = await service.post("/v1/accounts", { email, password });
    service.pass(31);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => service.post("/v1/accounts/verification", body.verification)),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(9);
    expect(await service.mailsTo(email)).toHaveLength(2);
  });

  it("says that a sign-up it does not know has expired", async () => {
    const { status, body } = await new Service().post("/v1/accounts/verification", { id: "nothing" });
    expect([status, body.code]).toEqual([401, "code_expired"]);
  });
});
