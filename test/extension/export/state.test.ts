import { expect, it } from "vitest";
import { refusalOf } from "../../../extension/export/state.ts";

it.each([
  [true, "1234567", "1234567", true, "too_short"],
  [true, "🔑🔑🔑🔑", "🔑🔑🔑🔑", true, "too_short"],
  [true, "12345678", "1234567", false, "not_same"],
  [true, "contraseña", "contraseña".normalize("NFD"), false, null],
  [false, "", "", false, "not_understood"],
  [false, "", "", true, null],
] as const)(
  "a file that is sealed (%s) with %j, %j and %j is refused as %j",
  (isSealed, passphrase, repeated, isUnderstood, code) => {
    expect(refusalOf(isSealed, passphrase, repeated, isUnderstood)).toBe(code);
  },
);
