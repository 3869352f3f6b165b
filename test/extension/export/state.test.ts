import { expect, it } from "vitest";
import { refusalOf } from "../../../extension/export/state.ts";

it.each([
  ["backup", "1234567", "1234567", true, "too_short"],
  ["backup", "🔑🔑🔑🔑", "🔑🔑🔑🔑", true, "too_short"],
  ["backup", "12345678", "1234567", false, "not_same"],
  ["backup", "contraseña", "contraseña".normalize("NFD"), false, null],
  ["aegis", "", "", false, "not_understood"],
  ["links", "", "", true, null],
] as const)(
  "a file of kind %s with %j, %j and %j is refused as %j",
  (kind, passphrase, repeated, isUnderstood, code) => {
    expect(refusalOf(kind, passphrase, repeated, isUnderstood)).toBe(code);
  },
);
