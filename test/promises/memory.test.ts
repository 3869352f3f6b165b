import Argon2 from "@phi-ag/argon2";
import { afterEach, describe, expect, it, vi } from "vitest";
import { systemRandom } from "../../worker/crypto/random.ts";
import { restMilliseconds } from "../../worker/password/foreign/turn.ts";
import { hashPassword, passwordMatches } from "../../worker/password/hash.ts";
import { countArgon2Runs } from "../support/counting-argon2.ts";
import { freshEmail, importPerson } from "../support/importing.ts";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";
import { bytesOf, wasmMemories } from "../support/wasm-memories.ts";

const password = "four lighthouses and a foghorn";
const mebibyte = 1024 * 1024;
/** Of 64 MiB, as much as is allowed; of some text that nobody knows. */
const large = "$argon2id$v=19$m=65536,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$MVIoTR9/aGUQ0DcN6aGM4GHeXb3bgHE4e1+LXq9yAFI";

const newest = () => wasmMemories().at(-1);
/** The salt and the hash at the end of a PHC string. */
const secretsOf = (phc: string) =>
  phc
    .split("$")
    .slice(-2)
    .map((part) => Buffer.from(part, "base64"));

/** Keeps each rest before a hash of another system from ending, in the order in which they began; other timers run on. */
function holdRests(): (() => void)[] {
  const rests: (() => void)[] = [];
  const { setTimeout } = globalThis;
  vi.stubGlobal("setTimeout", (run: () => void, milliseconds: number) =>
    milliseconds === restMilliseconds ? rests.push(run) : setTimeout(run, milliseconds),
  );
  return rests;
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("M1 one WebAssembly memory an isolate", () => {
  it("M1 serves every hash, one after the other and many at once, and never grows", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    const size = newest()?.buffer.byteLength ?? 0;
    for (let count = 0; count < 5; count++) expect((await person.startSignIn()).status).toBe(200);
    await Promise.all(Array.from({ length: 20 }, () => person.startSignIn()));
    await Promise.all(Array.from({ length: 3 }, () => Person.signUp(service)));
    expect(wasmMemories()).toHaveLength(1);
    expect(newest()?.buffer.byteLength).toBe(size);
    expect(size).toBeLessThan(24 * mebibyte);
  });

  it.each([
    ["a right password", password],
    ["a wrong password", "five lighthouses and no foghorn"],
  ])("M1 has nothing in it after %s: neither password nor salt nor hash nor state", async (_, typed) => {
    const service = new Service();
    const email = freshEmail();
    const phc = hashPassword(password, systemRandom);
    const clean = bytesOf(newest());
    await importPerson(service, { email, emailVerified: true, passwordHash: phc });
    expect((await service.post("/v1/sign-in", { email, password: typed })).status).toBe(typed === password ? 200 : 401);
    const after = bytesOf(newest());
    for (const secret of [Buffer.from(typed), Buffer.from("lighthouses"), Buffer.from(phc), ...secretsOf(phc)]) {
      expect(after.includes(secret)).toBe(false);
    }
    expect(after.equals(clean)).toBe(true);
    // The data segments, and a few words of the allocator.
    expect(after.subarray(128 * 1024).filter((byte) => byte !== 0).length).toBeLessThan(64);
  });

  it("M1 has nothing in it after a new password either, while it had while it was hashed", () => {
    const seen: boolean[] = [];
    const { tryHash } = Argon2.prototype;
    vi.spyOn(Argon2.prototype, "tryHash").mockImplementation(function (this: Argon2, ...words) {
      const result = tryHash.apply(this, words);
      seen.push(bytesOf(newest()).includes(Buffer.from(result.success ? result.data.encoded.slice(-16) : "")));
      return result;
    });
    const phc = hashPassword(password, systemRandom);
    expect(seen).toEqual([true]);
    for (const secret of [Buffer.from(password), Buffer.from(phc.slice(-16)), ...secretsOf(phc)]) {
      expect(bytesOf(newest()).includes(secret)).toBe(false);
    }
  });

  it("M1 is dropped, and wiped, if a hash throws", () => {
    hashPassword(password, systemRandom);
    const [before, thrown] = [wasmMemories().length, newest()];
    const { tryHash } = Argon2.prototype;
    vi.spyOn(Argon2.prototype, "tryHash").mockImplementationOnce(function (this: Argon2, ...words) {
      tryHash.apply(this, words);
      throw new WebAssembly.RuntimeError("unreachable");
    });
    expect(() => hashPassword(password, systemRandom)).toThrow("unreachable");
    expect(bytesOf(thrown).includes(Buffer.from(password))).toBe(false);
    expect(hashPassword(password, systemRandom)).toMatch(/^\$argon2id\$/);
    expect(wasmMemories()).toHaveLength(before + 1);
  });
});

describe("M1 hashes of other systems that need more", () => {
  it("M1 use the one memory, which is wiped, and let go of afterwards", async () => {
    hashPassword(password, systemRandom);
    const before = wasmMemories().length;
    // As if what is let go of were collected at once.
    vi.stubGlobal(
      "WeakRef",
      class {
        deref = () => undefined;
      },
    );
    expect(await passwordMatches(large, password)).toBe(false);
    const grown = newest();
    expect(wasmMemories()).toHaveLength(before);
    expect(grown?.buffer.byteLength).toBeGreaterThan(64 * mebibyte);
    expect(grown?.buffer.byteLength).toBeLessThan(90 * mebibyte);
    for (const secret of [Buffer.from(password), ...secretsOf(large)]) {
      expect(bytesOf(grown).includes(secret)).toBe(false);
    }
    hashPassword(password, systemRandom);
    vi.unstubAllGlobals();
    expect(wasmMemories()).toHaveLength(before + 1);
    expect(newest()?.buffer.byteLength).toBeLessThan(24 * mebibyte);
  });

  it("M1 never have two memories beside each other, nor one that grows with each", async () => {
    const before = wasmMemories().length;
    // As if nothing were ever collected.
    vi.stubGlobal(
      "WeakRef",
      class<Value extends object> {
        constructor(readonly value: Value) {}
        deref = () => this.value;
      },
    );
    await passwordMatches(large, password);
    const size = newest()?.buffer.byteLength;
    for (let count = 0; count < 3; count++) {
      await passwordMatches(large, password);
      hashPassword(password, systemRandom);
    }
    vi.unstubAllGlobals();
    expect(wasmMemories()).toHaveLength(before);
    expect(newest()?.buffer.byteLength).toBe(size);
  });

  it("M1 are computed one at a time, and everything else is answered between two of them", async () => {
    const service = new Service();
    const emails = [freshEmail(), freshEmail(), freshEmail(), freshEmail()];
    for (const email of emails) await importPerson(service, { email, emailVerified: true, passwordHash: large });
    const rests = holdRests();
    const hashes = countArgon2Runs();
    const answers = emails.map((email) => service.post("/v1/sign-in", { email, password }));
    const askHealth = async () => expect((await service.get("/health")).status).toBe(200);
    for (let left = emails.length; left > 0; left--) {
      // Each that waits has begun its rest, and none is computed meanwhile.
      while (rests.length < left) await askHealth();
      expect(rests).toHaveLength(left);
      for (const end of rests.splice(0)) end();
    }
    for (const { status } of await Promise.all(answers)) expect(status).toBe(401);
    expect(hashes.stop()).toBe(emails.length);
  });
});
