import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listZip, unzip } from "../../../extension/import/zip.ts";
import { password } from "../../data/accounts.ts";

function read(file: string) {
  return Uint8Array.from(readFileSync(new URL(`../../data/exports/${file}`, import.meta.url)));
}

async function unzipped(bytes: Uint8Array<ArrayBuffer>, name: string) {
  const members = listZip(bytes);
  const member = members.ok ? members.value.find((each) => each.name === name) : undefined;
  return member ? await unzip(member, password) : members;
}

describe("a zip", () => {
  it.each(["raivo-sealed.zip", "raivo-zip-crypto.zip"])(
    "%s does not open when its content was changed",
    async (file) => {
      const name = "raivo-otp-export.json";
      const whole = read(file);
      const members = listZip(whole);
      const member = members.ok ? members.value.find((each) => each.name === name) : undefined;
      const start = (member?.packed.byteOffset ?? 0) - whole.byteOffset;
      const length = member?.packed.length ?? 0;
      expect(await unzipped(whole, name)).toMatchObject({ ok: true });
      for (let at = start; at < start + length; at += 7) {
        expect(await unzipped(whole.with(at, (whole[at] ?? 0) ^ 1), name)).toMatchObject({ ok: false });
      }
      // The last byte is of its authentication, or of the end of what was packed.
      const last = start + length - 1;
      expect(await unzipped(whole.with(last, (whole[last] ?? 0) ^ 1), name)).toMatchObject({ ok: false });
    },
  );

  it("whose directory is cut off, or points elsewhere, is damaged", () => {
    const whole = read("proton-pass.zip");
    for (const length of [4, 30, whole.length - 23, whole.length - 1]) {
      expect(listZip(whole.slice(0, length))).toMatchObject({ ok: false, code: "damaged" });
    }
    expect(listZip(whole.with(whole.length - 4, 255))).toMatchObject({ ok: false, code: "damaged" });
  });

  it("unpacks no further than the limit, whatever size it claims", async () => {
    expect(await unzipped(read("bomb.zip"), "export.data")).toMatchObject({ ok: false, code: "too_large" });
  });
});
