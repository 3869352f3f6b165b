import { env } from "cloudflare:test";
import { describe, expect, inject, it, vi } from "vitest";
import { operatorWith } from "../support/operator.ts";
import { nextMailGets, sentTo } from "../support/resend.ts";
import { Service } from "../support/service.ts";

const password = "a quiet harbour at dawn";
const newAddress = () => `waits-${crypto.randomUUID()}@example.com`;

/** A service whose provider takes no mail to `email` for `seconds`, and that waits a moment only. */
async function refusing(email: string, seconds = 30, bindings = {}): Promise<Service> {
  if (seconds > 0) await nextMailGets({ status: 429, to: email, retryAfter: seconds });
  const settings = { MAIL: "resend", RESEND_API_KEY: "re_test", RESEND_BASE_URL: inject("resendAddress") };
  return new Service({ ...settings, MAIL_TIMEOUT_SECONDS: "5", MAIL_PER_SECOND: "1000" }, bindings);
}

async function waitingSignUp(seconds?: number, bindings = {}) {
  const email = newAddress();
  const service = await refusing(email, seconds, bindings);
  const { status, body } = await service.post("/v1/accounts", { email, password });
  expect(status).toBe(202);
  expect(await sentTo(email)).toEqual([]);
  return { email, service, id: body.verification.id };
}

const rowsOf = async (email: string) =>
  (await env.DB.prepare("SELECT * FROM outbox WHERE recipient = ?").bind(email).all()).results;
const codeIn = (text = "") => /^\d{6}$/m.exec(text)?.[0] ?? "";

describe("C2 a code that the provider refused for its rate", () => {
  it("C2 waits sealed, is sent by the next run once, under the id of its first try, and works", async () => {
    const { email, service, id } = await waitingSignUp();
    const [row, ...more] = await rowsOf(email);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ subject: "", text: "", html: "", sealed: expect.stringMatching(/^local\./) });
    await service.runSchedule();
    expect(await sentTo(email)).toEqual([]);
    service.pass(30);
    await Promise.all([service.runSchedule(), service.runSchedule(), service.runSchedule()]);
    const [mail, ...others] = await sentTo(email);
    expect(others).toEqual([]);
    expect(mail?.idempotencyKey).toBe(row?.id);
    expect(JSON.stringify(row)).not.toContain(codeIn(mail?.text));
    expect(await rowsOf(email)).toEqual([]);
    expect((await service.post("/v1/accounts/verify", { id, code: codeIn(mail?.text) })).status).toBe(201);
  });

  it("C2 waits where its turn would come too late for a try", async () => {
    const { email } = await waitingSignUp(4);
    expect(await rowsOf(email)).toHaveLength(1);
  });

  it("C2 is not sent once it has expired, and then is gone", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const { email, service } = await waitingSignUp();
    service.pass(10 * 60);
    await service.runSchedule();
    logged.mockRestore();
    expect(await sentTo(email)).toEqual([]);
    expect(await rowsOf(email)).toEqual([]);
  });

  it("C2 is not sent once a newer one took its place", async () => {
    const { email, service, id } = await waitingSignUp(120);
    service.pass(31);
    const fresh = await refusing(email, 0);
    fresh.now = service.now;
    expect((await fresh.post("/v1/accounts/verification", { id })).status).toBe(202);
    fresh.pass(180);
    await fresh.runSchedule();
    const mails = await sentTo(email);
    expect(mails).toHaveLength(1);
    expect((await fresh.post("/v1/accounts/verify", { id, code: codeIn(mails[0]?.text) })).status).toBe(201);
  });

  it("C2 is refused where the provider wants to wait for longer than a code works", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const email = newAddress();
    const service = await refusing(email, 3600);
    const { status, body } = await service.post("/v1/accounts", { email, password });
    logged.mockRestore();
    expect([status, body.code]).toEqual([502, "mail_not_sent"]);
    expect(await rowsOf(email)).toEqual([]);
  });

  it("C2 holds for an invitation too, which a newer one voids", async () => {
    const email = newAddress();
    const service = await refusing(email, 60);
    const operator = await operatorWith(service, ["people:write"]);
    const invite = () => service.post("/v1/admin/invitations", { email }, operator);
    expect((await invite()).status).toBe(201);
    expect(await rowsOf(email)).toMatchObject([{ sealed: expect.any(String) }]);
    service.pass(31);
    const fresh = await refusing(email, 0);
    fresh.now = service.now;
    expect((await fresh.post("/v1/admin/invitations", { email }, operator)).status).toBe(201);
    fresh.pass(60);
    await fresh.runSchedule();
    const mails = await sentTo(email);
    expect(mails).toHaveLength(1);
    const link = /accept-invitation\?link=(\S+)/.exec(mails[0]?.text ?? "")?.[1];
    const accepted = await fresh.post("/v1/invitations/accept", { link, newPassword: "seven lanterns on a pier" });
    expect(accepted.status).toBe(204);
  });
});

describe("the Queue", () => {
  it("is told of a mail that waits, and sends codes before news", async () => {
    const messages: { mail: string }[] = [];
    const MAILS = {
      sendBatch: async (batch: { body: { mail: string } }[]) => void messages.push(...batch.map(({ body }) => body)),
    };
    const { email, service } = await waitingSignUp(30, { MAILS });
    expect(messages).toEqual([{ mail: expect.any(String) }]);
    service.pass(30);
    await service.runSchedule();
    expect(messages).toHaveLength(2);
    expect(await sentTo(email)).toEqual([]);
    const done: string[] = [];
    const message = (id: string) => ({
      body: { mail: id },
      ack: () => void done.push("ack"),
      retry: () => void done.push("retry"),
    });
    const batch = { queue: "latchkey-mails", messages: messages.map(({ mail }) => message(mail)) };
    await service.consume(batch as unknown as Parameters<Service["consume"]>[0]);
    expect(done).toEqual(["ack", "ack"]);
    expect(await sentTo(email)).toHaveLength(1);
  });
});
