import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ReadOptions } from "../../../../extension/import/format.ts";
import { readImportFile } from "../../../../extension/import/read-file.ts";
import { counted, password, plain, steam, unusual } from "../../../data/accounts.ts";
import { argon2InNode } from "../../../support/argon2-in-node.ts";

const bytesOf = (file: string) =>
  new Uint8Array(readFileSync(new URL(`../../../data/exports/${file}`, import.meta.url)));
const open = async (bytes: Uint8Array<ArrayBuffer>, options: ReadOptions) =>
  await readImportFile("a.kdbx", bytes, { ...options, argon2: argon2InNode });

const entries = [{ key: plain }, ...[unusual, counted, steam].map((key) => ({ key, tags: ["work"] }))];
const gone = { name: "Gone · ana", why: "in_bin" };

describe("a KeePass database", () => {
  it.each([
    ["keepass-3.kdbx", entries, [gone]],
    ["keepass-4-argon2d.kdbx", entries, [gone]],
    ["keepass-4-argon2id-chacha20.kdbx", entries, [gone]],
    // KeePassXC has no bin in it, so that this is a group as any other.
    ["keepass-4-aes.kdbx", [...entries, { key: plain, tags: ["Recycle Bin"] }], []],
  ])("gives all that it holds by its password: %s", async (file, inIt, refused) => {
    const bytes = bytesOf(file);
    expect(await open(bytes, {})).toMatchObject({ code: "password_needed" });
    expect(await open(bytes, { password: "not this" })).toMatchObject({ code: "wrong_password" });
    expect(await open(bytes, { password })).toEqual({
      ok: true,
      value: { format: "keepass", entries: inIt, refused, withoutCodes: 1 },
    });
  });

  it("opens with its key file and its password together, and with neither alone", async () => {
    const [bytes, keyFile] = [bytesOf("keepass-keyed.kdbx"), bytesOf("keepass-keyed.keyx")];
    expect(await open(bytes, { password, keyFile })).toMatchObject({ ok: true });
    for (const wrong of [{ password }, { keyFile }, { password, keyFile: bytes }]) {
      expect(await open(bytes, wrong)).toMatchObject({ code: "wrong_password" });
    }
  });

  it("that asks for more work than any does is not opened, whatever asks for it (promise E5)", async () => {
    const file = bytesOf("keepass-3.kdbx");
    const rounds = fieldOf(file, 6, 2);
    const costly = file.with(rounds + 7, 0x10);
    expect(await open(costly, { password })).toMatchObject({ code: "too_costly" });
    const argon2 = bytesOf("keepass-4-argon2d.kdbx");
    for (const [name, place] of [
      ["M", 5],
      ["I", 3],
    ] as const) {
      const value = Buffer.from(argon2).indexOf(Buffer.from([1, 0, 0, 0, name.charCodeAt(0), 8, 0, 0, 0])) + 9;
      expect(await open(argon2.with(value + place, 1), { password })).toMatchObject({ code: "too_costly" });
    }
  });

  it("of a cipher or a version that isn't known says so", async () => {
    const file = bytesOf("keepass-4-argon2d.kdbx");
    const cipher = fieldOf(file, 2, 4);
    const twofish = Uint8Array.from(file);
    twofish.set(Buffer.from("ad68f29f576f4bb9a36ad47af965346c", "hex"), cipher);
    expect(await open(twofish, { password })).toMatchObject({ code: "unknown_cipher" });
    expect(await open(file.with(10, 5), { password })).toMatchObject({ code: "newer" });
  });

  it("that is damaged or cut off anywhere is told from a wrong password where its version can tell", async () => {
    const file = bytesOf("keepass-4-argon2d.kdbx");
    for (const at of [20, 100, file.length - 200, file.length - 1]) {
      const cut = await open(file.slice(0, at), { password });
      expect(cut).toMatchObject({ code: "damaged" });
      expect((await open(file.with(at, (file[at] ?? 0) ^ 1), { password })).ok).toBe(false);
    }
  });
});

/** Where the value of a field of the header begins. */
function fieldOf(file: Uint8Array, id: number, sizeBytes: 2 | 4): number {
  const view = new DataView(file.buffer, file.byteOffset);
  let at = 12;
  while (file[at] !== id) {
    at += 1 + sizeBytes + (sizeBytes === 2 ? view.getUint16(at + 1, true) : view.getUint32(at + 1, true));
  }
  return at + 1 + sizeBytes;
}
