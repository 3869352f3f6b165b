import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aegisExport } from "../../../extension/export/formats/aegis.ts";
import { enteExport } from "../../../extension/export/formats/ente.ts";
import { makeBackup } from "../../../extension/export/formats/latchkey-backup.ts";
import { twoFasExport } from "../../../extension/export/formats/two-fas.ts";
import { uriListExport } from "../../../extension/export/formats/uri-list.ts";
import { readImportFile } from "../../../extension/import/read-file.ts";
import type { VaultEntry } from "../../../extension/vault/entry.ts";
import type { OtpKey } from "../../../shared/otp/otp-key.ts";
import { parseOtpauthUri } from "../../../shared/otp/otpauth-uri.ts";
import { all, password } from "../../data/accounts.ts";
import { argon2InNode } from "../../support/argon2-in-node.ts";

const now = new Date("2026-11-25T12:00:00.000Z");
const random = { salt: new Uint8Array(16).fill(1), nonce: new Uint8Array(12).fill(2) };
let ids = 0;
const newId = () => `id-${ids++}`;

const vault: VaultEntry[] = all.map((key, index) => ({
  id: `entry-${index}`,
  key,
  addedAt: `2026-0${index + 1}-01T00:00:00.000Z`,
  ...(index === 0
    ? {
        pinned: true as const,
        tags: ["work", "día a día"],
        names: { issuer: "Work GitHub", account: "" },
        note: "Recovery codes:\n1234",
        icon: "🦊",
        sites: [{ domain: "github.com", mark: "#otp" }, { domain: "localhost:8080" }],
      }
    : {}),
  ...(index === 1 ? { latchkey: { service: "https://security.example.com", methodId: "m1" } } : {}),
}));

async function read(name: string, text: string, typed?: string) {
  return await readImportFile(name, new TextEncoder().encode(text), { password: typed, argon2: argon2InNode });
}

describe("our own backup", () => {
  it("is read back with all that was in it, by its passphrase alone", { timeout: 60_000 }, async () => {
    const backup = await makeBackup(vault, password, now, random, { argon2: argon2InNode });
    for (const plain of ["GitHub", "JBSWY3DP", "work"]) expect(backup).not.toContain(plain);
    expect(await read("a.json", backup)).toMatchObject({ code: "password_needed" });
    expect(await read("a.json", backup, "wrong")).toMatchObject({ code: "wrong_password" });
    const back = await read("a.json", backup, password.normalize("NFD"));
    expect(back).toEqual({
      ok: true,
      value: {
        format: "latchkey-backup",
        entries: vault.map(({ id: _, ...entry }) => entry),
        refused: [],
        withoutCodes: 0,
      },
    });
  });

  it("does not open when a member of its header was changed", { timeout: 60_000 }, async () => {
    const backup = JSON.parse(await makeBackup(vault, password, now, random, { argon2: argon2InNode })) as Record<
      string,
      unknown
    >;
    const changes = [
      { createdAt: "2027-01-01T00:00:00.000Z" },
      { cipher: "none" },
      { nonce: "AAAAAAAAAAAAAAAA" },
      { kdf: { ...(backup.kdf as object), iterations: 2 } },
      { sealed: `AAAA${String(backup.sealed).slice(4)}` },
    ];
    for (const change of changes) {
      expect(await read("a.json", JSON.stringify({ ...backup, ...change }), password)).toMatchObject({
        code: "wrong_password",
      });
    }
    expect(await read("a.json", JSON.stringify({ ...backup, version: 3 }), password)).toMatchObject({ code: "newer" });
  });

  it("has a version that older readers refuse only where it holds what they don't know", {
    timeout: 60_000,
  }, async () => {
    const options = { argon2: argon2InNode };
    expect(JSON.parse(await makeBackup(vault, password, now, random, options))).toMatchObject({ version: 1 });
    const key = parseOtpauthUri("motp://Shop:ana?secret=e3152afee62599c8&pin=1234");
    if (!key.ok) throw new Error(key.code);
    const backup = await makeBackup(
      [{ id: "a", key: key.value, addedAt: now.toISOString() }],
      password,
      now,
      random,
      options,
    );
    expect(JSON.parse(backup)).toMatchObject({ version: 2 });
    expect(await read("a.json", backup, password)).toMatchObject({
      ok: true,
      value: { entries: [{ key: key.value }] },
    });
  });
});

const name = fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => text.toWellFormed());
const names = { issuer: name, account: name };
const secret = fc.string({ unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), minLength: 2, maxLength: 64 });
const common = {
  secret,
  algorithm: fc.constantFrom("SHA1" as const, "SHA256" as const, "SHA512" as const),
  digits: fc.integer({ min: 6, max: 10 }),
  ...names,
};
const anyKey: fc.Arbitrary<OtpKey> = fc.oneof(
  fc.record({ type: fc.constant("totp" as const), ...common, period: fc.integer({ min: 1, max: 86_400 }) }),
  fc.record({ type: fc.constant("hotp" as const), ...common, counter: fc.maxSafeNat() }),
  fc.record({
    type: fc.constant("steam" as const),
    secret,
    algorithm: fc.constant("SHA1" as const),
    digits: fc.constant(5 as const),
    period: fc.constant(30 as const),
    ...names,
  }),
);
const anyVault = fc
  .array(fc.record({ key: anyKey, pinned: fc.boolean(), tag: fc.constantFrom(undefined, "work", "home") }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((entries) =>
    entries.map(({ key, pinned, tag }, index) => ({
      id: `e${index}`,
      addedAt: now.toISOString(),
      key,
      ...(pinned ? { pinned: true as const } : {}),
      ...(tag ? { tags: [tag] } : {}),
    })),
  );

describe.each([
  ["Aegis", "aegis.json", (entries: VaultEntry[]) => aegisExport(entries, newId), ["pinned", "tags"]],
  ["2FAS", "2fas.2fas", (entries: VaultEntry[]) => twoFasExport(entries, now, newId), ["tags"]],
  ["Ente Auth", "ente.txt", (entries: VaultEntry[]) => enteExport(entries), ["pinned", "tags"]],
  ["a list of links", "links.txt", (entries: VaultEntry[]) => uriListExport(entries), []],
] as const)("an export as %s", (_, file, write, keeps) => {
  it("gives the same accounts when it is read back", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyVault, async (entries) => {
        const back = await read(file, write(entries));
        const kept = entries.map(({ key, ...more }) => ({
          // Spaces before an account are no part of it in a link.
          key: file.endsWith(".txt") ? { ...key, account: key.account.trimStart() } : key,
          ...Object.fromEntries(
            keeps.filter((member) => member in more).map((member) => [member, more[member as keyof typeof more]]),
          ),
        }));
        expect(back).toMatchObject({ ok: true, value: { refused: [] } });
        expect(back.ok && back.value.entries).toEqual(kept);
      }),
      { numRuns: 300 },
    );
  });

  it("calls accounts what the person calls them", async () => {
    const back = await read(file, write(vault));
    expect(back.ok && back.value.entries[0]?.key).toMatchObject({ issuer: "Work GitHub", account: "" });
  });
});
