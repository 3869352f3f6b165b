import { env } from "cloudflare:test";
import { describe, expect, it, vi } from "vitest";
import { freshEmail, Import, lines } from "../../support/importing.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const passwordHash = "$2b$04$UuTkLRZZ6QofpDOlMz32MuuxEHA43WOemOYHPz6.SjsVsyO1tDU96";
const person = (more: object = {}) => ({ email: freshEmail(), emailVerified: true, passwordHash, ...more });
const countOf = (table: string) => env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>("n");

describe("rows", () => {
  it("become accounts, or lines of the report that repeat nothing of them", async () => {
    const service = new Service();
    const here = await Person.signUp(service);
    const [one, other] = [person({ locale: "es", createdAt: "2019-05-06T07:08:09Z" }), person()];
    const started = await Import.start(service);
    const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    const link = (query: string) => `otpauth://totp/Example:ana?secret=${secret}&${query}`;
    const rows: [object | string, string | null][] = [
      [one, null],
      [{ ...person(), email: one.email.toUpperCase() }, "already_here"],
      [{ ...person(), email: here.email }, "already_here"],
      ["", "not_json"],
      ["null", "not_json"],
      ["[]", "not_json"],
      [`${JSON.stringify(person())},`, "not_json"],
      [{}, "invalid_field email"],
      [person({ email: "nobody" }), "invalid_field email"],
      [person({ email: "a\ud800@example.com" }), "invalid_field email"],
      [person({ email: "a\u0000@example.com" }), "invalid_field email"],
      [person({ email: `${"\ufdfa".repeat(20)}@example.com` }), "invalid_field email"],
      [person({ emailVerified: "true" }), "invalid_field emailVerified"],
      [person({ locale: "xx" }), "invalid_field locale"],
      [person({ createdAt: "yesterday" }), "invalid_field createdAt"],
      [person({ createdAt: "2999-01-01T00:00:00Z" }), "invalid_field createdAt"],
      [person({ createdAt: "1969-01-01T00:00:00Z" }), "invalid_field createdAt"],
      [person({ password: "a quiet harbour" }), "unknown_field"],
      [`{"__proto__":{"emailVerified":true},${JSON.stringify(person()).slice(1)}`, "unknown_field"],
      [`{"constructor":1,${JSON.stringify(person()).slice(1)}`, "unknown_field"],
      [person({ passwordHash: "" }), "invalid_field passwordHash"],
      [person({ passwordHash: "x".repeat(513) }), "invalid_field passwordHash"],
      [person({ passwordHash: "hunter2hunter2" }), "hash_unknown"],
      [person({ passwordHash: passwordHash.slice(0, -1) }), "hash_malformed"],
      [person({ passwordHash: passwordHash.replace("$04$", "$31$") }), "hash_too_costly"],
      [person({ passwordHash: passwordHash.replace("$2b$", "$2x$") }), "hash_bcrypt_2x"],
      [person({ totp: secret }), "invalid_field totp"],
      [person({ totp: Array(4).fill(secret) }), "invalid_field totp"],
      [person({ totp: ["not base32!"] }), "totp_malformed"],
      [person({ totp: ["JBSWY3DPEHPK3PX"] }), "totp_secret_too_short"],
      [person({ totp: [link("digits=8")] }), "totp_unsupported"],
      [person({ totp: [link("period=45")] }), "totp_unsupported"],
      [person({ totp: [link("").replace("totp/", "hotp/").concat("counter=1")] }), "totp_unsupported"],
      [person({ totp: ["steam://JBSWY3DPEHPK3PXP"] }), "totp_unsupported"],
      [person({ totp: [secret, link("algorithm=MD5")] }), "totp_malformed"],
      [person({ totp: [secret], emailVerified: false }), "totp_needs_verified_email"],
      [person({ totp: [secret], emailVerified: undefined }), "totp_needs_verified_email"],
      [" ".repeat(8 * 1024 + 1), "too_long"],
      [other, null],
    ];
    const answer = await started.send(lines(...rows.map(([row]) => row)));
    expect(answer.body).toMatchObject({ rows: rows.length, added: 2, refused: rows.length - 2 });
    const expected = rows.flatMap(([, refusal], at) => {
      const [reason, field] = refusal?.split(" ") ?? [];
      return reason ? [{ row: at + 1, reason, ...(field && { field }) }] : [];
    });
    expect(await started.refused()).toEqual(expected);

    const kept = await env.DB.prepare("SELECT email, locale, created_at FROM accounts WHERE email = ?")
      .bind(one.email)
      .first();
    expect(kept).toEqual({ email: one.email, locale: "es", created_at: Date.UTC(2019, 4, 6, 7, 8, 9) });
    expect((await here.startSignIn()).status).toBe(200);
  });

  it("of other bytes than UTF-8 are refused, and those around them are not", async () => {
    const started = await Import.start(new Service());
    const bytes = new TextEncoder().encode(lines(person(), person(), person()));
    const second = bytes.indexOf(0x0a) + 20;
    bytes[second] = 0xff;
    expect((await started.send(bytes)).body).toMatchObject({ rows: 3, added: 2 });
    expect(await started.refused()).toEqual([{ row: 2, reason: "not_utf8" }]);
  });

  it("end by a line feed, with or without a carriage return, the last one by nothing too", async () => {
    const started = await Import.start(new Service());
    const text = lines(person(), person()).replaceAll("\n", "\r\n") + JSON.stringify(person());
    expect((await started.send(`\ufeff${text}`)).body).toMatchObject({ rows: 3, added: 3 });
    expect((await started.send("", 3)).body).toMatchObject({ rows: 3, added: 3 });
  });

  it("that are sent twice at once are taken once", async () => {
    const started = await Import.start(new Service());
    const chunk = lines(...Array.from({ length: 50 }, () => person()), "{}");
    const before = (await countOf("accounts")) ?? 0;
    const answers = await Promise.all(Array.from({ length: 6 }, () => started.send(chunk)));
    for (const { status, body } of answers) {
      expect([status, body.rows, body.added, body.refused]).toEqual([200, 51, 50, 1]);
    }
    expect(await countOf("accounts")).toBe(before + 50);
    expect(await started.refused()).toEqual([{ row: 51, reason: "invalid_field", field: "email" }]);
    const said = await env.DB.prepare("SELECT count(*) AS n FROM operator_calls WHERE did LIKE ?")
      .bind(`%1 to 51 of ${started.id}`)
      .first<number>("n");
    expect(said).toBe(1);
  });

  it("of two that are different and sent for one place at once, one is taken whole", async () => {
    const started = await Import.start(new Service());
    const chunks = [lines(person(), person(), person()), lines(person(), "{}")];
    const before = (await countOf("accounts")) ?? 0;
    await Promise.all(chunks.map((chunk) => started.send(chunk)));
    const { body } = await started.service.get(`/v1/admin/imports/${started.id}`, started);
    expect([
      [3, 3],
      [2, 1],
    ]).toContainEqual([body.rows, body.added]);
    expect(await countOf("accounts")).toBe(before + body.added);
  });

  it("go on where a file was stopped: every row once, none left out", async () => {
    const service = new Service();
    const wish = { fingerprint: crypto.randomUUID().replaceAll("-", "").repeat(2) };
    const rows = Array.from({ length: 230 }, (_, at) => (at % 23 === 0 ? "{}" : person()));
    const first = await Import.start(service, wish);
    expect((await first.send(lines(...rows.slice(0, 100)))).body.rows).toBe(100);
    const gap = await first.send(lines(...rows.slice(150)), 150);
    expect([gap.status, gap.body.code, gap.body.nextRow]).toEqual([409, "import_rows_missing", 100]);
    // Whoever stopped there does not know whether the chunk had arrived.
    const again = await Import.start(service, wish);
    expect((await again.send(lines(...rows.slice(0, 100)))).body).toMatchObject({ rows: 100, added: 95 });
    expect((await again.send(lines(...rows.slice(100)), 100)).body).toMatchObject({
      rows: 230,
      added: 220,
      refused: 10,
    });
    expect((await again.refused()).map(({ row }) => row)).toEqual(Array.from({ length: 10 }, (_, at) => at * 23 + 1));
    const emails = rows.flatMap((row) => (typeof row === "string" ? [] : [row.email]));
    const kept = await env.DB.prepare(
      "SELECT count(*) AS n FROM accounts WHERE email IN (SELECT value FROM json_each(?))",
    )
      .bind(JSON.stringify(emails))
      .first<number>("n");
    expect(kept).toBe(220);
  });

  it("are nowhere repeated: no hash and no secret in log, report, activity or export", async () => {
    const service = new Service();
    const logged = ["log", "warn", "error"].map((name) => vi.spyOn(console, name as "log"));
    const started = await Import.start(service);
    const hash = passwordHash.replace("$04$", "$31$");
    await started.send(
      lines(person({ passwordHash: hash }), person(), person({ totp: ["JBSWY3DPEHPK3PXPJBSWY3DPE!"] })),
    );
    const tables = ["refused_rows", "imports", "events", "operator_calls", "outbox"];
    const stored = await Promise.all(tables.map((table) => env.DB.prepare(`SELECT * FROM ${table}`).all()));
    const said = JSON.stringify([
      stored.map((read: { results: unknown[] }) => read.results),
      await started.refused(),
      logged.map(({ mock }) => mock.calls),
    ]);
    expect(said).not.toMatch(/\$2b\$|JBSWY/);
    for (const spy of logged) spy.mockRestore();
  });

  it("and their reports are forgotten after a month", async () => {
    const started = await Import.start(new Service());
    await started.send("{}\n{}\n");
    started.service.pass(29 * 24 * 3600);
    await started.service.runSchedule();
    expect(
      await env.DB.prepare("SELECT count(*) AS n FROM refused_rows WHERE import_id = ?").bind(started.id).first("n"),
    ).toBe(2);
    started.service.pass(2 * 24 * 3600);
    await started.service.runSchedule();
    await started.service.runSchedule();
    expect(await env.DB.prepare("SELECT 1 FROM imports WHERE id = ?").bind(started.id).first()).toBeNull();
  });
});
