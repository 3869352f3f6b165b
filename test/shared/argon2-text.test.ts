import initialize from "@phi-ag/argon2/node";
import { expect, it } from "vitest";
import { argon2Text } from "../../shared/argon2-text.ts";

const argon2 = await initialize();

function hashOf(text: string): string {
  const salt = new TextEncoder().encode("somesalt");
  return argon2.hash(argon2Text(text), { salt, memoryCost: 256, timeCost: 2, parallelism: 1, hashLength: 32 }).encoded;
}

it("is hashed as the reference does: its own vector for 256 KiB", () => {
  expect(hashOf("password")).toBe(
    "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
  );
});

it.each([
  ["мой пароль из слов", "мой пароль из слон"],
  ["🔑🚪🏠🌊🌅🍋🥐☕", "🔑🚪🏠🌊🌅🍋🥐🍋"],
  ["ñandú", "ñandù"],
])("counts to its end: %s is not %s", (text, other) => {
  expect(hashOf(text)).not.toBe(hashOf(other));
});

it("is the same however its letters are composed", () => {
  expect(hashOf("contrasen\u0303a")).toBe(hashOf("contraseña"));
});
