import { describe, expect, it, onTestFinished, vi } from "vitest";
import { readForeignHash } from "../../worker/password/foreign/read.ts";
import { passwordMatches } from "../../worker/password/hash.ts";
import { costlyHashes, costlyPassword } from "../data/costly-hashes.ts";

const salt = "c2FsdHNhbHRzYWx0c2FsdA";
const hash = "MVIoTR9/aGUQ0DcN6aGM4GHeXb3bgHE4e1+LXq9yAFI";

/** Watches for the line that a hash leaves in the log which cannot be computed. */
function watchLog() {
  const logged = vi.spyOn(console, "error");
  onTestFinished(() => logged.mockRestore());
  return logged;
}

describe("M2 what an import accepts, workerd computes", () => {
  it.each(costlyHashes)(
    "M2 at the edge: $edge",
    async ({ hash }) => {
      const logged = watchLog();
      const read = readForeignHash(hash);
      if (!read.ok) throw new Error(read.code);
      expect(await passwordMatches(read.value, costlyPassword)).toBe(true);
      expect(logged).not.toHaveBeenCalled();
    },
    240_000,
  );

  it("M2 of scrypt in every shape of its work that is accepted", async () => {
    const logged = watchLog();
    let accepted = 0;
    for (const ln of [1, 4, 9, 14, 15, 16, 19]) {
      for (const r of [1, 2, 8, 32, 512, 8191]) {
        // The most that is accepted beside these, if any is.
        let p = 2 ** 20;
        const text = () => `$scrypt$ln=${ln},r=${r},p=${p}$${salt}$${hash}`;
        while (p >= 1 && !readForeignHash(text()).ok) p = Math.floor(p / 2);
        if (p < 1) continue;
        accepted++;
        expect(await passwordMatches(text(), "x"), text()).toBe(false);
      }
    }
    expect(accepted).toBeGreaterThan(15);
    expect(logged).not.toHaveBeenCalled();
  }, 240_000);

  it.each(["\ud800", "a\u0000b", "\u0000", "🔑".repeat(256), "é".normalize("NFD").repeat(64)])(
    "M2 of any text that may be typed: %j",
    async (text) => {
      const logged = watchLog();
      for (const stored of [
        "$2b$04$my5796eN82pm8lfPMi2yUOO2rNsxgLWWXjlH4B7.9KUk1pTvyr60e",
        `$argon2id$v=19$m=64,t=1,p=1$${salt}$${hash}`,
        `$scrypt$ln=4,r=1,p=1$${salt}$${hash}`,
        `$pbkdf2-sha256$i=2$${salt}$${hash}`,
        `$pbkdf2-sha256$i=100001$${salt}$${hash}`,
        `$argon2id$v=19$m=19456,t=2,p=1$${salt}$${hash}`,
      ]) {
        expect(await passwordMatches(stored, text)).toBe(false);
      }
      expect(logged).not.toHaveBeenCalled();
    },
  );
});

it.each([
  ["hash_too_costly", `$scrypt$ln=16,r=8,p=3$${salt}$${hash}`],
  ["hash_too_costly", `$scrypt$ln=1,r=262144,p=2$${salt}$${hash}`],
  ["hash_malformed", `$scrypt$ln=16,r=1,p=1$${salt}$${hash}`],
  ["hash_too_costly", `$argon2id$v=19$m=65536,t=17,p=1$${salt}$${hash}`],
  ["hash_too_costly", `$argon2id$v=19$m=65537,t=1,p=1$${salt}$${hash}`],
  ["hash_too_costly", `$pbkdf2-sha256$i=1300001$${salt}$${hash}`],
])("M2 what workerd does not compute is refused at import, as %s: %s", (code, text) => {
  expect(readForeignHash(text)).toMatchObject({ ok: false, code });
});
