import initialize from "@phi-ag/argon2/node";
import { expect, it } from "vitest";
import { argon2id, stretchingNow } from "../../../extension/lock/argon2id.ts";

const argon2 = await initialize();
const salt = btoa("somesalt");

it("stretches as the reference does: its own vector for 64 MiB", () => {
  // phc-winner-argon2, src/test.c: argon2id, t=2, m=2^16 KiB, p=1.
  const bytes = argon2id(argon2, "password", { ...stretchingNow, passes: 2, salt });
  expect(Buffer.from(bytes).toString("hex")).toBe("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
});

it("stretches a new passphrase over 64 MiB, three times (promise E2)", () => {
  expect(stretchingNow).toEqual({ kdf: "argon2id", memoryKiB: 64 * 1024, passes: 3, lanes: 1 });
});

it("stretches a passphrase to its end, in every script", () => {
  const by = { ...stretchingNow, memoryKiB: 64, salt };
  expect(argon2id(argon2, "пароль из слов", by)).not.toEqual(argon2id(argon2, "пароль из слон", by));
});
