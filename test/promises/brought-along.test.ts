import { env } from "cloudflare:test";
import { pbkdf2Sync, randomBytes, scryptSync } from "node:crypto";
import bcrypt from "bcryptjs";
import { describe, expect, it, vi } from "vitest";
import { parseOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import { totpCode } from "../../shared/otp/totp.ts";
import { publishedHashes } from "../data/password-hashes.ts";
import { bringAlong, freshEmail, Import, lines } from "../support/bringing.ts";
import { RoundTrips } from "../support/counting-database.ts";
import { countWasmInstances } from "../support/counting-wasm.ts";
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
    const id = await bringAlong(service, { email, emailVerified: true, passwordHash: hash });
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
    const id = await bringAlong(service, { email, emailVerified: true, passwordHash: bcryptHash });
    const answers = await Promise.all(Array.from({ length: 5 }, () => signIn(service, email)));
    expect(answers.map(({ body }) => body.status)).toEqual(Array(5).fill("complete"));
    expect(await storedHash(id)).toMatch(ours);
    for (const { body } of answers) {
      expect((await service.get("/v1/session", { token: body.session.token })).status).toBe(200);
    }
  });

  it("P1 is hashed anew in the transaction that the sign-in begins by, so that neither is without the other", async () => {
    const email = freshEmail();
    const id = await bringAlong(new Service(), { email, emailVerified: true, passwordHash: bcryptHash });
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
    await bringAlong(service, { email, emailVerified: true, passwordHash: bcrypt.hashSync(`${long} to its end`, 4) });
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
      const hashes = countWasmInstances();
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
    await bringAlong(service, { email: freshEmail(), emailVerified: true, passwordHash: bcryptHash });
    expect((await signIn(service, freshEmail())).body.code).toBe("wrong_credentials");
  });
});

describe("S2 an address that nobody has proved", () => {
  const bringUnproved = async (service: Service) => {
    const email = freshEmail();
    const id = await bringAlong(service, { email, passwordHash: bcryptHash });
    return { email, id };
  };

  it("S2 is proved by a mailed code before there is a session, once", async () => {
    const service = new Service();
    const { email, id } = await bringUnproved(service);
    const { body } = await signIn(service, email);
    expect(body).toMatchObject({ status: "second_step", preferred: "email" });
    expect(body.methods.map(({ type }: { type: string }) => type)).toEqual(["email"]);
    expect(await storedHash(id)).toMatch(ours);
    const wrong = { signIn: body.signIn, method: "recovery", code: "abcd-efgh-jkmn-pqrs" };
    expect((await service.post("/v1/sign-in/code", wrong)).body.code).toBe("wrong_code");
    const code = await service.newestCode(email);
    const right = { signIn: body.signIn, method: "email", code };
    const answers = await Promise.all([1, 2, 3].map(() => service.post("/v1/sign-in/code", right)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect((await signIn(service, email)).body.status).toBe("complete");
  });

  it("S2 is sent another code when it is asked for", async () => {
    const service = new Service();
    const { email } = await bringUnproved(service);
    const { body } = await signIn(service, email);
    service.pass(31);
    expect((await service.post("/v1/sign-in/email-code", { signIn: body.signIn })).status).toBe(202);
  });

  it("S2 is proved by a reset of the password too, which ends what a stranger had set", async () => {
    const service = new Service();
    const { email } = await bringUnproved(service);
    const { reset } = (await service.post("/v1/password-reset", { email })).body;
    const wish = { id: reset.id, code: await service.newestCode(email), newPassword: "seven lanterns on a pier" };
    expect((await service.post("/v1/password-reset/confirm", wish)).body.status).toBe("complete");
    expect((await signIn(service, email)).status).toBe(401);
    expect((await signIn(service, email, wish.newPassword)).body.status).toBe("complete");
  });

  it("S2 counts as proved where the import says so for rows that say nothing", async () => {
    const service = new Service();
    const started = await Import.start(service, { emailsVerified: true });
    const [silent, no] = [freshEmail(), freshEmail()];
    await started.send(
      lines({ email: silent, passwordHash: bcryptHash }, { email: no, emailVerified: false, passwordHash: bcryptHash }),
    );
    expect((await signIn(service, silent)).body.status).toBe("complete");
    expect((await signIn(service, no)).body.status).toBe("second_step");
  });
});

describe("C1 C5 authenticator apps that were set up elsewhere", () => {
  const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  const appCode = (uri: string, at: number) => {
    const key = parseOtpauthUri(uri);
    if (!key.ok || key.value.type !== "totp") throw new Error("no key of codes by time");
    return totpCode(key.value, at);
  };
  const uri = (query: string) => `otpauth://totp/Example:ana?secret=${secret}${query}`;

  it.each([
    ["as every app knows them", ""],
    ["by SHA-256", "&algorithm=SHA256"],
    ["by SHA-512, each minute", "&algorithm=SHA512&period=60"],
  ])("C1 are the second step at once, each code once: %s", async (_, query) => {
    const service = new Service();
    const email = freshEmail();
    const row = { email, emailVerified: true, passwordHash: bcryptHash, totp: [uri(query)], locale: "es" };
    const id = await bringAlong(service, row);
    const begun = [];
    for (let at = 0; at < 4; at++) begun.push((await signIn(service, email)).body);
    for (const { status, preferred } of begun) expect([status, preferred]).toEqual(["second_step", "app"]);
    expect(await storedHash(id)).toMatch(ours);
    const code = appCode(uri(query), service.now);
    const answers = await Promise.all(
      begun.map(({ signIn }) => service.post("/v1/sign-in/code", { signIn, method: "app", code })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { account } = answers.find(({ status }) => status === 200)?.body ?? {};
    expect(account.twoFactor).toMatchObject({ enabled: true, recoveryCodesLeft: 0 });
    expect(account.twoFactor.methods).toMatchObject([{ type: "app", name: expect.stringMatching(/^Aplicación/) }]);
  });

  it("C1 another form of the same secret has other codes", async () => {
    const service = new Service();
    const email = freshEmail();
    const row = { email, emailVerified: true, passwordHash: bcryptHash, totp: [uri("&algorithm=SHA256")] };
    await bringAlong(service, row);
    const { body } = await signIn(service, email);
    const wrong = { signIn: body.signIn, method: "app", code: appCode(uri(""), service.now) };
    expect((await service.post("/v1/sign-in/code", wrong)).body.code).toBe("wrong_code");
  });

  it("C5 their secrets are sealed as all others, with account and method", async () => {
    const row = { email: freshEmail(), emailVerified: true, passwordHash: bcryptHash, totp: [secret, uri("")] };
    const id = await bringAlong(new Service(), row);
    const { results } = await env.DB.prepare("SELECT * FROM app_codes WHERE account_id = ?").bind(id).all();
    const sealed = results.map(({ sealed_secret }: { sealed_secret: string }) => sealed_secret);
    expect(sealed).toHaveLength(2);
    expect(new Set(sealed).size).toBe(2);
    for (const envelope of sealed) expect(envelope).toMatch(/^local\.[\w-]{16}\.[\w-]{48}$/);
    expect(JSON.stringify(results)).not.toContain(secret);
  });
});
