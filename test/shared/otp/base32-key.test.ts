import * as fc from "fast-check";
import { expect, it } from "vitest";
import { base32KeyOf, parseBase32Key } from "../../../shared/otp/base32-key.ts";

it.each([
  "JBSWY3DPEHPK3PXP",
  "jbsw y3dp ehpk 3pxp",
  "JBSW-Y3DP-EHPK-3PXP",
  " jbswy3dpehpk3pxp== ",
  "jbsw\u00a0y3dpehpk\n3pxp",
])("reads %j as people type it", (typed) =>
  expect(parseBase32Key(typed)).toEqual({ ok: true, value: "JBSWY3DPEHPK3PXP" }),
);

it.each(["", "   ", "A", "JBSW0", "JBSW1", "JB=SW", "ключ", "A".repeat(513), `A${"=".repeat(1_000_000)}A`])(
  "refuses %.20j",
  (typed) => {
    expect(parseBase32Key(typed)).toMatchObject({ ok: false, code: "not_base32" });
  },
);

it("never throws", async () => {
  await fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => void parseBase32Key(typed)));
  // Compiling it takes a while on a busy machine.
}, 30_000);

it.each([
  ["48656c6c6f21deadbeef", "JBSWY3DPEHPK3PXP"],
  ["ff", "74"],
])("writes the bytes %s as %s", (hex, secret) => {
  expect(base32KeyOf(Uint8Array.from(Buffer.from(hex, "hex")))).toEqual({ ok: true, value: secret });
});

it.each([0, 321])("refuses a key of %i bytes", (length) => {
  expect(base32KeyOf(new Uint8Array(length))).toMatchObject({ ok: false });
});
