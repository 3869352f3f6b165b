import { env } from "cloudflare:test";
import { pbkdf2Sync, randomBytes, scryptSync } from "node:crypto";
import bcrypt from "bcryptjs";
import { describe, expect, it, vi } from "vitest";
import { publishedHashes } from "../data/password-hashes.ts";
import { countArgon2Runs } from "../support/counting-argon2.ts";
import { RoundTrips } from "../support/counting-database.ts";
import { freshEmail, Import, importPerson, lines } from "../support/importing.ts";
import { Service } from "../support/service.ts";

const password = "a quiet harbour at dawn";
const bcryptHash = bcrypt.hashSync(password, 4);
const ours = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
const storedHash = (id: string) =>
  env.DB.prepare("SELECT hash FROM passwords WHERE account_id = ?").bind(id).first<string>("hash");
const signIn = (service: Service, email: string, text = password) =>
  service.post("/v1/sign-in", { email, password: text });

const salt = randomBytes(16);
const unpadded = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
const argon2Hash = publishedHashes.find(({ hash }) => hash.startsWith("$argon2id$"))?.hash ?? "";
const made = [
  { form: "bcrypt", hash: bcryptHash, password },
  {
    form: "scrypt",
    hash: `$scrypt$ln=10,r=8,p=2$${unpadded(salt)}$${unpadded(scryptSync(password, salt, 32, { N: 1024, r: 8, p: 2 }))}`,
    password,
  },
  {
    form: "PBKDF2",
    hash: `pbkdf2_sha256$2000$salt4Django$${pbkdf2Sync(password, "salt4Django", 2000, 32, "sha256").toString("base64")}`,
    password,
  },
];
const published = publishedHashes.map(({ hash, password, source }) => ({ form: source, hash, password }));

describe("P1 a password that was hashed elsewhere", () => {
  it.each([...made, ...published])("P1 signs in, and is hashed anew: $form", async ({ hash, password }) => {
    const service = new Service();
    const email = freshEmail();
    const id = await importPerson(service, { email, emailVerified: true, passwordHash: hash });
    const foreign = await storedHash(id);
    expect(foreign).not.toMatch(ours);
    expect((await signIn(service, email, `not ${password}`)).body.code).toBe("wrong_credentials");
    expect(await storedHash(id)).toBe(foreign);
    expect((await signIn(service, email, password)).body.status).toBe("complete");
    const rehashed = await storedHash(id);
    expect(rehashed).toMatch(ours);
    expect((await signIn(service, email, password)).body.status).toBe("complete");
    expect(await storedHash(id)).toBe(rehashed);
  });

  it("P1 is hashed anew once by many right sign-ins at once, each of which begins", async () => {
    const service = new Service();
    const email = freshEmail();
    const id = await importPerson(service, { email, emailVerified: true, passwordHash: bcryptHash });
    const answers = await Promise.all(Array.from({ length: 5 }, () => signIn(service, email)));
    expect(answers.map(({ body }) => body.status)).toEqual(Array(5).fill("complete"));
    expect(await storedHash(id)).toMatch(ours);
    for (const { body } of answers) {
      expect((await service.get("/v1/session", { token: body.session.token })).status).toBe(200);
    }
  });

  it("P1 is hashed anew in the transaction that the sign-in begins by, so that neither is without the other", async () => {
    const email = freshEmail();
    const id = await importPerson(new Service(), { email, emailVerified: true, passwordHash: bcryptHash });
    await env.DB.prepare(
      `CREATE TRIGGER no_rehash BEFORE UPDATE ON passwords WHEN OLD.account_id = '${id}' BEGIN SELECT RAISE(ABORT, 'no'); END`,
    ).run();
    const sessions = () =>
      env.DB.prepare("SELECT count(*) AS n FROM sessions WHERE account_id = ?").bind(id).first<number>("n");
    const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
    expect((await signIn(new Service(), email)).status).toBe(500);
    quiet.mockRestore();
    expect([await storedHash(id), await sessions()]).toEqual([bcryptHash, 0]);
    await env.DB.prepare("DROP TRIGGER no_rehash").run();
    expect((await signIn(new Service(), email)).status).toBe(200);
    expect(await sessions()).toBe(1);
  });

  it("P1 counts to its end from then on, where bcrypt had looked at 72 bytes", async () => {
    const service = new Service();
    const email = freshEmail();
    const long = "ñ".repeat(36);
    await importPerson(service, { email, emailVerified: true, passwordHash: bcrypt.hashSync(`${long} to its end`, 4) });
    expect((await signIn(service, email, `${long} to its end`)).status).toBe(200);
    expect((await signIn(service, email, `${long} to another`)).status).toBe(401);
  });
});

describe("P5 nobody learns whose password was hashed elsewhere", () => {
  it("P5 for unknown addresses as many hashes of other systems are computed as for known ones, the same for one each time", async () => {
    const service = new Service();
    const known = Array.from({ length: 40 }, freshEmail);
    const rows = known.map((email, at) => ({
      email,
      emailVerified: true,
      passwordHash: at % 2 === 0 ? bcryptHash : argon2Hash,
    }));
    await env.DB.prepare("DELETE FROM accounts").run();
    expect((await (await Import.start(service)).send(lines(...rows))).body.added).toBe(40);
    const work = async (email: string) => {
      const trips = new RoundTrips();
      const hashes = countArgon2Runs();
      const { status } = await signIn(new Service({}, { DB: trips.database }), email, "not the password");
      return { argon2: hashes.stop(), trips: trips.count, statements: trips.statements, status };
    };
    const ofKnown = [];
    for (const email of known) ofKnown.push(await work(email));
    const unknown = Array.from({ length: 40 }, freshEmail);
    const ofUnknown = [];
    for (const email of unknown) ofUnknown.push(await work(email));
    const argon2 = (all: { argon2: number }[]) => all.reduce((sum, each) => sum + each.argon2, 0);
    expect(argon2(ofKnown)).toBe(20);
    // Of forty chances of one half each; one in ten billion lies outside.
    expect(argon2(ofUnknown)).toBeGreaterThan(1);
    expect(argon2(ofUnknown)).toBeLessThan(39);
    expect(await work(unknown[0] ?? "")).toEqual(ofUnknown[0]);
    const shapes = new Set([...ofKnown, ...ofUnknown].map(({ argon2: _, ...shape }) => JSON.stringify(shape)));
    expect(shapes.size).toBe(1);
  });

  it("P5 the password of the account that lends its work signs nobody else in", async () => {
    const service = new Service();
    await env.DB.prepare("DELETE FROM accounts").run();
    await importPerson(service, { email: freshEmail(), emailVerified: true, passwordHash: bcryptHash });
    expect((await signIn(service, freshEmail())).body.code).toBe("wrong_credentials");
  });
});
