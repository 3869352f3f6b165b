import { describe, expect, inject, it } from "vitest";
import { nextMailGets, sentTo } from "../../support/resend.ts";
import { Service } from "../../support/service.ts";

const password = "a quiet harbour at dawn";
const newAddress = () => `mail-${crypto.randomUUID()}@example.com`;
const withResend = (settings: Record<string, string> = {}) =>
  new Service({
    MAIL: "resend",
    MAIL_FROM: "Latchkey <security@example.com>",
    RESEND_API_KEY: "re_test",
    RESEND_BASE_URL: inject("resendAddress"),
    ...settings,
  });

describe("with MAIL=resend", () => {
  it("sends text and HTML from the address of the settings, with an idempotency key", async () => {
    const email = newAddress();
    expect((await withResend().post("/v1/accounts", { email, password })).status).toBe(202);
    const [mail] = await sentTo(email);
    expect(mail).toMatchObject({ from: "Latchkey <security@example.com>", subject: "Your Latchkey verification code" });
    expect(mail?.idempotencyKey).toMatch(/^[\w-]{22}$/);
    const code = /\b\d{6}\b/.exec(mail?.text ?? "")?.[0];
    expect(code).toBeDefined();
    expect(mail?.html).toContain(`>${code}<`);
    expect(mail?.headers).toMatchObject({ "Auto-Submitted": "auto-generated" });
  });

  it("keeps mail programs from folding a code under an older one", async () => {
    const email = newAddress();
    const service = withResend();
    const { id } = (await service.post("/v1/accounts", { email, password })).body.verification;
    service.pass(30);
    await service.post("/v1/accounts/verification", { id });
    const references = (await sentTo(email)).map(({ headers }) => headers["X-Entity-Ref-ID"]);
    expect(references).toEqual([expect.any(String), expect.any(String)]);
    expect(new Set(references).size).toBe(2);
  });

  it.each([422, 500])("answers a %i of Resend with mail_not_sent, and trying again works at once", async (status) => {
    const service = withResend();
    const email = newAddress();
    await nextMailGets({ status, to: email });
    const failed = await service.post("/v1/accounts", { email, password });
    expect([failed.status, failed.body.code]).toEqual([502, "mail_not_sent"]);
    const again = await service.post("/v1/accounts", { email, password });
    expect(again.status).toBe(202);
    const code = /\b\d{6}\b/.exec((await sentTo(email)).at(-1)?.text ?? "")?.[0];
    const verified = await service.post("/v1/accounts/verify", { id: again.body.verification.id, code });
    expect(verified.status).toBe(201);
  });

  it("tries again when the provider takes mails again that were refused for its rate", async () => {
    const email = newAddress();
    for (const _ of [1, 2]) await nextMailGets({ status: 429, to: email, retryAfter: 1 });
    expect((await withResend().post("/v1/accounts", { email, password })).status).toBe(202);
    expect(await sentTo(email)).toHaveLength(1);
  });

  it("does not wait for an answer that never comes", async () => {
    const email = newAddress();
    await nextMailGets({ hang: true, to: email });
    const answer = await withResend({ MAIL_TIMEOUT_SECONDS: "0.2" }).post("/v1/accounts", { email, password });
    expect([answer.status, answer.body.code]).toEqual([502, "mail_not_sent"]);
  });

  it("answers mail_not_sent when nothing listens", async () => {
    const answer = await withResend({ RESEND_BASE_URL: "http://127.0.0.1:9" }).post("/v1/accounts", {
      email: newAddress(),
      password,
    });
    expect(answer.body.code).toBe("mail_not_sent");
  });

  it("keeps the older code good when sending a new one fails", async () => {
    const service = withResend();
    const email = newAddress();
    const { id } = (await service.post("/v1/accounts", { email, password })).body.verification;
    const code = /\b\d{6}\b/.exec((await sentTo(email))[0]?.text ?? "")?.[0];
    service.pass(30);
    await nextMailGets({ status: 500, to: email });
    expect((await service.post("/v1/accounts/verification", { id })).body.code).toBe("mail_not_sent");
    expect((await service.post("/v1/accounts/verify", { id, code })).status).toBe(201);
  });

  it("shows no mailbox", async () => {
    for (const path of ["/mailbox", "/mailbox.html", "/mailbox.json"]) {
      expect((await withResend().get(path)).status).toBe(404);
    }
  });
});
