import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { rekeyBatch } from "../../worker/account/rekey/batch.ts";
import { emailKey } from "../../worker/email-address/rules.ts";
import { operatorWith } from "../support/operator.ts";
import { Person } from "../support/person.ts";
import { emptyMailbox, Service } from "../support/service.ts";

beforeEach(emptyMailbox);

const someName = () => `ana-${crypto.randomUUID()}`;

/** Gives an account the key of a time before all spellings had one: the address as it was typed, folded. */
async function withOldKey(person: Person, typed: string): Promise<void> {
  await env.DB.prepare("UPDATE accounts SET email = ?, email_key = ? WHERE id = ?")
    .bind(typed, typed.normalize("NFKC").toLowerCase(), person.accountId)
    .run();
}

/** Computes every key anew, as the command does, and answers the pairs that are one address. */
async function rekeyAll() {
  const db = env.DB.withSession("first-primary");
  const doubles = [];
  let after: { createdAt: number; id: string } | null = { createdAt: -1, id: "" };
  while (after !== null) {
    const batch = await rekeyBatch(db, after, 2);
    doubles.push(...batch.doubles);
    after = batch.next;
  }
  return doubles;
}

describe("A1 an address is one account however it is spelled", () => {
  it("A1 signs in, resets and is taken by every spelling, and mail goes to the kept one alone", async () => {
    const service = new Service();
    const name = someName();
    const kept = `${name}@xn--bcher-kva.example`;
    const person = await Person.signUp(service, kept);
    const spellings = [
      ` ${name}@bücher.example`,
      `${name.toUpperCase()}@BÜCHER.example`,
      `\u202a${name}\u2060@b\u00adücher.example\u202c`,
      `${name}＠bücher。example`,
    ];
    for (const email of spellings) {
      service.pass(60);
      const signedIn = await service.post("/v1/sign-in", { email, password: person.password });
      expect([email, signedIn.status]).toEqual([email, 200]);
      expect(signedIn.body.account.id).toBe(person.accountId);
      expect((await service.post("/v1/password-reset", { email })).status).toBe(202);
      expect((await service.mailsTo(kept))[0]?.text).toMatch(/^\d{6}$/m);
      expect((await service.post("/v1/accounts", { email, password: person.password })).status).toBe(202);
      expect((await service.mailsTo(kept))[0]?.text).not.toMatch(/^\d{6}$/m);
    }
    const { body: mails } = await service.get("/mailbox.json");
    expect(new Set(mails.map(({ to }: { to: string }) => to))).toEqual(new Set([kept]));
    const operator = await operatorWith(service);
    const found = await service.get(`/v1/admin/people?email=${encodeURIComponent(`${name}@bücher.example`)}`, operator);
    expect(found.body.people).toMatchObject([{ id: person.accountId, email: kept }]);
  });

  it("A1 is kept in ASCII where it is new, by sign-up, by a change and by an administrator", async () => {
    const service = new Service();
    const name = someName();
    await service.post("/v1/accounts", { email: `${name}@bücher.example`, password: "a quiet harbour at dawn" });
    expect(await service.mailsTo(`${name}@xn--bcher-kva.example`)).toHaveLength(1);
    const person = await Person.signUp(service);
    await person.stepUpByPassword();
    await service.put("/v1/account/email", { newEmail: `${name}@müller.example` }, person);
    const code = await service.newestCode(`${name}@xn--mller-kva.example`);
    const moved = await service.post("/v1/account/email/confirm", { code }, person);
    expect(moved.body.email).toBe(`${name}@xn--mller-kva.example`);
    const operator = await operatorWith(service);
    const made = await service.post("/v1/admin/people", { email: `${name}@straße.example` }, operator);
    expect(made.body.email).toBe(`${name}@xn--strae-oqa.example`);
    const again = await service.post("/v1/admin/people", { email: `${name}@xn--strae-oqa.example` }, operator);
    expect(again.status).toBe(409);
  });

  it.each([
    ["ana@b..example", "the name of a domain"],
    ["ana@b.example.", "the name of a domain"],
    ["a\u202ena@example.org", "no hidden character"],
    ["a\ud800na@example.org", "no hidden character"],
    [".ana@example.org", "no dot at an end"],
    ["ana", "exactly one @"],
  ])("A1 %j is refused with a reason, wherever an address is asked for", async (email, reason) => {
    const service = new Service();
    const password = "a quiet harbour at dawn";
    for (const [path, body] of [
      ["/v1/accounts", { email, password }],
      ["/v1/sign-in", { email, password }],
      ["/v1/password-reset", { email }],
    ] as const) {
      const answer = await service.post(path, body);
      expect([answer.status, answer.body.code]).toEqual([400, "invalid_request"]);
      expect(answer.body.fields).toMatchObject([{ path: "email", message: expect.stringContaining(reason) }]);
    }
  });
});

describe("A1 accounts from before", () => {
  it("A1 are found by their old key, by every spelling, and nobody takes their address", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    const name = someName();
    await withOldKey(person, `${name}@bücher.example`);
    for (const email of [`${name}@bücher.example`, `${name}@xn--bcher-kva.example`]) {
      service.pass(60);
      expect((await service.post("/v1/sign-in", { email, password: person.password })).status).toBe(200);
      await service.post("/v1/password-reset", { email });
      expect(await service.newestCode(`${name}@bücher.example`)).toMatch(/^\d{6}$/);
      await service.post("/v1/accounts", { email, password: person.password });
    }
    expect(await service.mailsTo(`${name}@xn--bcher-kva.example`)).toEqual([]);
    const mails = await service.mailsTo(`${name}@bücher.example`);
    expect(mails.filter(({ text }) => /^\d{6}$/m.test(text))).toHaveLength(2);
    await rekeyAll();
    const key = await env.DB.prepare("SELECT email_key FROM accounts WHERE id = ?").bind(person.accountId).first();
    expect(key).toEqual({ email_key: emailKey(`${name}@bücher.example`) });
  });

  it("A1 of two that are one, the older keeps the address and the younger signs in by its old spelling", async () => {
    const service = new Service();
    const [older, younger] = [await Person.signUp(service), await Person.signUp(service)];
    const name = someName();
    const [plain, marked] = [`${name}@b\u00adücher.example`, `${name}@bücher.example`];
    await withOldKey(older, plain);
    await withOldKey(younger, marked);
    younger.password = "nine kites over the dunes";
    const change = { currentPassword: "a quiet harbour at dawn", newPassword: younger.password };
    expect((await service.put("/v1/account/password", change, younger)).status).toBe(204);
    const told = await rekeyAll();
    expect(told).toEqual([
      {
        older: expect.objectContaining({ id: older.accountId }),
        younger: expect.objectContaining({ id: younger.accountId }),
      },
    ]);
    const signIn = (email: string, password: string) => service.post("/v1/sign-in", { email, password });
    expect((await signIn(`${name}@xn--bcher-kva.example`, older.password)).body.account.id).toBe(older.accountId);
    expect((await signIn(marked, younger.password)).body.account.id).toBe(younger.accountId);
  });
});
