import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { operatorWith } from "../../support/operator.ts";
import { mailedLink, Person, proveBySignIn } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const newPassword = "seven lanterns on a pier";

async function invited() {
  const service = new Service();
  const operator = await operatorWith(service, ["people:write"]);
  const email = `invited-${crypto.randomUUID()}@example.com`;
  const invite = () => service.post("/v1/admin/invitations", { email }, operator);
  const first = await invite();
  expect(first.status).toBe(201);
  const accept = (link: string, password = newPassword) =>
    service.post("/v1/invitations/accept", { link, newPassword: password });
  return { service, operator, email, invite, accept, id: first.body.person.id, body: first.body };
}

const sessionsOf = (id: string) =>
  env.DB.prepare("SELECT count(*) AS n FROM sessions WHERE account_id = ?").bind(id).first("n");

describe("an invitation", () => {
  it("has its person choose a password, and signs nobody in by itself", async () => {
    const { service, email, accept, id, body } = await invited();
    expect(JSON.stringify(body)).not.toContain("link");
    const link = await mailedLink(service, "accept-invitation", email);
    expect((await accept(link, "short")).body.code).toBe("password_rejected");
    expect((await accept(link)).status).toBe(204);
    expect(await sessionsOf(id)).toBe(0);
    const { session } = (await proveBySignIn(service, { email, password: newPassword })).body;
    const { events } = (await service.get("/v1/account/activity", session)).body;
    expect(events.map(({ type }: { type: string }) => type)).toEqual([
      "sign_in",
      "invitation_accepted",
      "operator_invited",
    ]);
  });

  it("is accepted once, of many at once too", async () => {
    const { service, email, accept } = await invited();
    const link = await mailedLink(service, "accept-invitation", email);
    const passwords = Array.from({ length: 5 }, (_, at) => `${newPassword} ${at}`);
    const answers = await Promise.all(passwords.map((password) => accept(link, password)));
    const won = answers.flatMap(({ status }, at) => (status === 204 ? [passwords[at]] : []));
    expect(won).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === "link_expired")).toHaveLength(4);
    expect((await service.post("/v1/sign-in", { email, password: won[0] })).body.status).toBe("second_step");
    expect((await accept(link)).body.code).toBe("link_expired");
  });

  it("is void once a newer one was sent, which follows half a minute later at the soonest", async () => {
    const { service, email, invite, accept, id } = await invited();
    const old = await mailedLink(service, "accept-invitation", email);
    const atOnce = await invite();
    expect([atOnce.status, atOnce.body.code]).toEqual([429, "too_many_attempts"]);
    service.pass(30);
    const again = await invite();
    expect([again.status, again.body.person.id]).toEqual([201, id]);
    expect((await accept(old)).body.code).toBe("link_expired");
    expect((await accept(await mailedLink(service, "accept-invitation", email))).status).toBe(204);
  });

  it("goes out once, of many at once, and makes one account", async () => {
    const service = new Service();
    const operator = await operatorWith(service, ["people:write"]);
    const email = `many-${crypto.randomUUID()}@example.com`;
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => service.post("/v1/admin/invitations", { email }, operator)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await service.mailsTo(email)).toHaveLength(1);
  });

  it("expires, and its link is good for nothing else, nor another's for it", async () => {
    const { service, email, accept } = await invited();
    const link = await mailedLink(service, "accept-invitation", email);
    expect((await service.post("/v1/not-me", { link })).body.code).toBe("link_expired");
    expect((await accept(link.replace(/.$/, (last) => (last === "A" ? "B" : "A")))).body.code).toBe("link_expired");
    service.pass(7 * 24 * 60 * 60);
    expect((await accept(link)).body.code).toBe("link_expired");
    await service.runSchedule();
    const left = await env.DB.prepare("SELECT count(*) AS n FROM invitations WHERE expires_at <= ?").bind(service.now);
    expect(await left.first("n")).toBe(0);
  });

  it("goes to nobody who has a password, and is void where one came by another way", async () => {
    const { service, operator, email, invite, accept } = await invited();
    const link = await mailedLink(service, "accept-invitation", email);
    const { id } = (await service.post("/v1/password-reset", { email })).body.reset;
    const code = await service.newestCode(email);
    await service.post("/v1/password-reset/confirm", { id, code, newPassword });
    expect((await accept(link, "another good password")).body.code).toBe("link_expired");
    expect((await invite()).body.code).toBe("account_exists");
    const person = await Person.signUp(service);
    const { body } = await service.post("/v1/admin/invitations", { email: person.email }, operator);
    expect(body.code).toBe("account_exists");
  });

  it("that could not be mailed is answered so, and another can follow at once", async () => {
    const service = new Service();
    const operator = await operatorWith(service, ["people:write"]);
    const gone = new Proxy({}, { get: () => () => Promise.reject(new Error("KV is gone")) }) as never;
    const broken = new Service({}, { MAILBOX: gone });
    const email = `late-${crypto.randomUUID()}@example.com`;
    const failed = await broken.post("/v1/admin/invitations", { email }, operator);
    expect([failed.status, failed.body.code]).toEqual([502, "mail_not_sent"]);
    expect((await service.post("/v1/admin/invitations", { email }, operator)).status).toBe(201);
  });
});
