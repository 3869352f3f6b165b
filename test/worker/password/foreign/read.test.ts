import { pbkdf2Sync, randomBytes, scryptSync } from "node:crypto";
import bcrypt from "bcryptjs";
import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { pbkdf2Matches } from "../../../../worker/password/foreign/pbkdf2.ts";
import { readForeignHash } from "../../../../worker/password/foreign/read.ts";
import { hashPassword, needsRehash, passwordMatches } from "../../../../worker/password/hash.ts";
import { publishedHashes } from "../../../data/password-hashes.ts";

const password = "un ñandú al alba";
const base64 = (bytes: Buffer) => bytes.toString("base64");
const unpadded = (bytes: Buffer) => base64(bytes).replace(/=+$/, "");
const dotted = (bytes: Buffer) => unpadded(bytes).replaceAll("+", ".");

/** The canonical text of a hash that is taken. */
function taken(text: string): string {
  const read = readForeignHash(text);
  if (!read.ok) throw new Error(`${text} is refused: ${read.code}`);
  return read.value;
}

const refusal = (text: string) => {
  const read = readForeignHash(text);
  return read.ok ? "taken" : read.code;
};

describe("hashes that others have published", () => {
  it.each(publishedHashes)("are of their password: $hash", async ({ hash, password, source }) => {
    const canonical = taken(hash);
    expect(await passwordMatches(canonical, password), source).toBe(true);
    expect(await passwordMatches(canonical, `not ${password}`)).toBe(false);
    expect(needsRehash(canonical)).toBe(true);
    expect(taken(canonical)).toBe(canonical);
  });
});

describe("hashes made by the platform's own functions", () => {
  const salt = randomBytes(16);
  const textSalt = "k3yR0ck2Pool5Ab9";
  const pbkdf2 = (digest: string, iterations: number, bytes: number, from: Buffer | string = salt) =>
    pbkdf2Sync(password, from, iterations, bytes, digest);
  const scrypt = (from: Buffer | string, bytes: number) => scryptSync(password, from, bytes, { N: 1024, r: 8, p: 1 });

  it.each([
    ["PHC, SHA-256", `$pbkdf2-sha256$i=5000$${unpadded(salt)}$${unpadded(pbkdf2("sha256", 5000, 32))}`],
    ["PHC, SHA-512", `$pbkdf2-sha512$i=5000,l=64$${unpadded(salt)}$${unpadded(pbkdf2("sha512", 5000, 64))}`],
    ["passlib", `$pbkdf2-sha256$5000$${dotted(salt)}$${dotted(pbkdf2("sha256", 5000, 32))}`],
    ["passlib, SHA-1", `$pbkdf2$5000$${dotted(salt)}$${dotted(pbkdf2("sha1", 5000, 20))}`],
    ["Django", `pbkdf2_sha256$5000$${textSalt}$${base64(pbkdf2("sha256", 5000, 32, textSalt))}`],
    ["Werkzeug", `pbkdf2:sha256:5000$${textSalt}$${pbkdf2("sha256", 5000, 32, textSalt).toString("hex")}`],
    ["scrypt, PHC", `$scrypt$ln=10,r=8,p=1$${unpadded(salt)}$${unpadded(scrypt(salt, 32))}`],
    ["scrypt, Django", `scrypt$1024$${textSalt}$8$1$${base64(scrypt(textSalt, 64))}`],
    ["scrypt, Werkzeug", `scrypt:1024:8:1$${textSalt}$${scrypt(textSalt, 64).toString("hex")}`],
    ["bcrypt", bcrypt.hashSync(password, 4)],
    ["bcrypt, Django", `bcrypt$${bcrypt.hashSync(password, 4)}`],
  ])("%s", async (_, text) => {
    const canonical = taken(text);
    expect(await passwordMatches(canonical, password)).toBe(true);
    expect(await passwordMatches(canonical, "un ñandú al alva")).toBe(false);
    expect(await passwordMatches(`void:${canonical}`, password)).toBe(true);
  });

  it.each([
    ["sha1", 20],
    ["sha256", 32],
    ["sha256", 20],
    ["sha512", 64],
  ])("PBKDF2 of more iterations than the platform does, by %s to %i bytes", (digest, bytes) => {
    for (const [iterations, text] of [
      [1, password],
      [2, "x".repeat(64)],
      [150, "ñ".repeat(60)],
    ] as const) {
      const hash = pbkdf2Sync(text, salt, iterations, bytes, digest);
      const canonical = taken(`$pbkdf2-${digest}$i=${iterations}$${unpadded(salt)}$${unpadded(hash)}`);
      expect(pbkdf2Matches(canonical, text, 0)).toBe(true);
      expect(pbkdf2Matches(canonical, `${text}.`, 0)).toBe(false);
    }
  });

  it("count however the letters were composed when they were hashed", async () => {
    const decomposed = password.normalize("NFD");
    expect(await passwordMatches(bcrypt.hashSync(decomposed, 4), decomposed)).toBe(true);
    expect(await passwordMatches(bcrypt.hashSync(password, 4), decomposed)).toBe(true);
  });

  it("of bcrypt have no more than 72 bytes in them", async () => {
    const hash = taken(bcrypt.hashSync(`${"a".repeat(72)} and more`, 4));
    expect(await passwordMatches(hash, `${"a".repeat(72)} and other`)).toBe(true);
    expect(await passwordMatches(hash, "a".repeat(71))).toBe(false);
  });
});

describe("hashes that are refused", () => {
  const salt = unpadded(randomBytes(16));
  const hash = unpadded(randomBytes(32));

  it.each([
    ["hash_unknown", ""],
    ["hash_unknown", "correct horse battery staple"],
    ["hash_unknown", "5f4dcc3b5aa765d61d8327deb882cf99"],
    ["hash_unknown", "$1$abcdefgh$0123456789012345678901"],
    ["hash_unknown", "$6$rounds=5000$salt$hash"],
    ["hash_unknown", "$2$10$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuuabcdefghijk"],
    ["hash_unknown", `void:$argon2id$v=19$m=64,t=1,p=1$${salt}$${hash}`],
    ["hash_bcrypt_2x", bcrypt.hashSync("x", 4).replace("$2b$", "$2x$")],
    ["hash_malformed", bcrypt.hashSync("x", 4).slice(0, -1)],
    ["hash_malformed", bcrypt.hashSync("x", 4).replace("$04$", "$03$")],
    ["hash_too_costly", bcrypt.hashSync("x", 4).replace("$04$", "$15$")],
    ["hash_too_costly", bcrypt.hashSync("x", 4).replace("$04$", "$99$")],
    ["hash_too_costly", `$argon2id$v=19$m=65537,t=1,p=1$${salt}$${hash}`],
    ["hash_too_costly", `$argon2id$v=19$m=65536,t=17,p=1$${salt}$${hash}`],
    ["hash_too_costly", `$argon2id$v=19$m=4096,t=1,p=17$${salt}$${hash}`],
    ["hash_malformed", `$argon2id$v=19$m=99999999999,t=1,p=1$${salt}$${hash}`],
    ["hash_malformed", `$argon2id$v=20$m=64,t=1,p=1$${salt}$${hash}`],
    ["hash_malformed", `$argon2id$v=19$m=7,t=1,p=1$${salt}$${hash}`],
    ["hash_malformed", `$argon2id$v=19$m=64,t=0,p=1$${salt}$${hash}`],
    ["hash_malformed", `$argon2id$v=19$m=64,t=1,p=1$c2FsdA$${hash}`],
    ["hash_malformed", `$argon2id$v=19$m=64,t=1,p=1,keyid=aaaa$${salt}$${hash}`],
    ["hash_too_costly", `$scrypt$ln=17,r=8,p=1$${salt}$${hash}`],
    ["hash_too_costly", `$scrypt$ln=16,r=8,p=7$${salt}$${hash}`],
    ["hash_too_costly", `$scrypt$ln=16,r=8,p=3$${salt}$${hash}`],
    ["hash_too_costly", `$scrypt$ln=1,r=4096,p=128$${salt}$${hash}`],
    ["hash_malformed", `$scrypt$ln=16,r=1,p=1$${salt}$${hash}`],
    ["hash_too_costly", `$scrypt$ln=999,r=8,p=1$${salt}$${hash}`],
    ["hash_malformed", `scrypt$1000$abcdefghijkl$8$1$${hash}`],
    ["hash_malformed", `$scrypt$ln=0,r=8,p=1$${salt}$${hash}`],
    ["hash_too_costly", `$pbkdf2-sha256$1300001$${salt}$${hash}`],
    ["hash_too_costly", `$pbkdf2-sha512$250001$${salt}$${hash}`],
    ["hash_malformed", `$pbkdf2-sha256$0$${salt}$${hash}`],
    ["hash_malformed", `$pbkdf2-sha256$1e3$${salt}$${hash}`],
    ["hash_malformed", `$pbkdf2-sha256$1000$${salt}$${unpadded(randomBytes(33))}`],
    ["hash_unknown", `pbkdf2_md5$1000$abcdefghijkl$${hash}`],
    ["hash_malformed", `pbkdf2:sha256:1000$abcdefghijkl$${"zz".repeat(32)}`],
  ])("%s: %s", (code, text) => {
    expect(refusal(text)).toBe(code);
  });
});

describe("hashes of ours", () => {
  it("are taken too: a service may move to another", () => {
    const ours = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
    expect(taken(hashPassword("x", (length) => new Uint8Array(length)))).toMatch(ours);
  });
});

it("whatever the text, nothing is thrown, and what is taken can be checked", async () => {
  const logged = vi.spyOn(console, "error");
  onTestFinished(() => logged.mockRestore());
  const parts =
    "$ argon2id 2b 04 scrypt ln=4,r=1,p=1 pbkdf2-sha256 v=19 m=64,t=1,p=1 i=2 : c2FsdHNhbHRzYWx0c2FsdA".split(" ");
  const nearly = fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...parts) }, fc.string({ maxLength: 8 })), {
      maxLength: 12,
    })
    .map((texts) => texts.join(""));
  await fc.assert(
    fc.asyncProperty(nearly, async (text) => {
      const read = readForeignHash(text);
      if (read.ok) expect(await passwordMatches(read.value, "x")).toBe(false);
    }),
    { numRuns: 500 },
  );
  expect(logged).not.toHaveBeenCalled();
});
