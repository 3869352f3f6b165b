import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fits, sortByFit } from "../../../extension/export/fits.ts";
import { aegisSealed } from "../../../extension/export/formats/aegis-sealed.ts";
import { enteSealed } from "../../../extension/export/formats/ente.ts";
import { googleLinks } from "../../../extension/export/formats/google.ts";
import { twoFasSealed } from "../../../extension/export/formats/two-fas-sealed.ts";
import { readImportFile } from "../../../extension/import/read-file.ts";
import type { VaultEntry } from "../../../extension/vault/entry.ts";
import { keyWithPin } from "../../../shared/otp/key-with-pin.ts";
import { all, counted, longest, password, plain, steam, unusual } from "../../data/accounts.ts";
import { argon2InNode } from "../../support/argon2-in-node.ts";

const now = new Date("2026-11-25T12:00:00.000Z");
let drawn = 0;
const draw = (length: number) => new Uint8Array(length).map(() => drawn++ & 255);
const newId = () => `id-${drawn++}`;
const withPin = keyWithPin({ type: "motp", secret: "JBSWY3DP", pin: "1234", issuer: "VPN", account: "" });
if (!withPin.ok) throw new Error(withPin.code);

const entries: VaultEntry[] = [...all, withPin.value].map((key, index) => ({
  id: `e${index}`,
  key,
  addedAt: now.toISOString(),
  ...(index === 0 ? { tags: ["work"], pinned: true as const, note: "a\nnote" } : {}),
}));
const read = async (text: string, typed?: string) =>
  await readImportFile("file", new TextEncoder().encode(text), { password: typed, argon2: argon2InNode });

describe("a program is given no key that it would make wrong codes of", () => {
  it.each([
    ["aegis", []],
    ["ente", ["VPN"]],
    // 45 s and ten digits are what nobody can choose there.
    ["two-fas", [unusual.issuer, longest.issuer, "VPN"]],
    ["google", [unusual.issuer, longest.issuer, "Steam", "VPN"]],
  ] as const)("%s", (program, names) => {
    const { fitting, leftOut } = sortByFit(program, entries);
    expect(leftOut).toEqual(names);
    expect(fitting).toHaveLength(entries.length - names.length);
    expect(fits(program, plain) && fits(program, counted)).toBe(true);
  });
});

describe.each([
  ["aegis", async (of: VaultEntry[]) => await aegisSealed(of, password, newId, draw, {}), ["tags", "pinned", "note"]],
  ["two-fas", async (of: VaultEntry[]) => await twoFasSealed(of, password, now, newId, draw), ["tags"]],
  [
    "ente",
    async (of: VaultEntry[]) => await enteSealed(of, password, draw, { argon2: argon2InNode }),
    ["tags", "pinned", "note"],
  ],
] as const)("a sealed export for %s", (program, write, keeps) => {
  it("opens by its passphrase alone, with all that was in it", { timeout: 60_000 }, async () => {
    const { fitting } = sortByFit(program, entries);
    const text = await write(fitting);
    for (const secret of [plain.secret, steam.secret, "GitHub"]) expect(text).not.toContain(secret);
    expect(await read(text)).toMatchObject({ code: "password_needed" });
    expect(await read(text, "wrong")).toMatchObject({ code: "wrong_password" });
    const back = await read(text, password);
    const kept = fitting.map((entry) => ({
      key: entry.key,
      ...Object.fromEntries(keeps.flatMap((name) => (entry[name] === undefined ? [] : [[name, entry[name]]]))),
    }));
    expect(back).toMatchObject({ ok: true, value: { refused: [] } });
    expect(back.ok && back.value.entries).toEqual(kept);
  });
});

describe("QR codes for Google", () => {
  it("hold all that fits, in order, as parts of one export", async () => {
    const name = fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => text.toWellFormed().replaceAll(":", ""));
    const key = fc.record({ issuer: name, account: name, isCounted: fc.boolean(), counter: fc.maxSafeNat() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(key, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
        async (keys, id) => {
          const vault = keys.map(({ isCounted, counter, ...names }, index) => ({
            id: `e${index}`,
            addedAt: now.toISOString(),
            key: isCounted ? { ...counted, ...names, counter } : { ...plain, ...names },
          }));
          const links = googleLinks(vault, id);
          for (const link of links) expect(link.length).toBeLessThan(2_300);
          // In whatever order they are scanned.
          const back = await read(links.toReversed().join("\n"));
          expect(back.ok && back.value.entries).toEqual(vault.map((entry) => ({ key: entry.key })));
          expect(back.ok && back.value.refused).toEqual([]);
          const parts = back.ok ? (back.value.parts ?? []) : [];
          expect(parts.map(({ have, of }) => [have.length, of])).toEqual(
            links.length > 1 ? [[links.length, links.length]] : [],
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it("have ten accounts at the most", () => {
    const short = { ...plain, issuer: "a", account: "" };
    const many = Array.from({ length: 25 }, (_, index) => ({ id: `${index}`, key: short, addedAt: "" }));
    expect(googleLinks(many, 1)).toHaveLength(3);
  });
});
