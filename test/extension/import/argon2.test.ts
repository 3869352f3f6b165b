import { argon2Sync } from "node:crypto";
import { expect, it } from "vitest";
import type { Argon2Job } from "../../../extension/import/argon2.ts";
import { argon2InNode } from "../../support/argon2-in-node.ts";

const job: Argon2Job = {
  type: "argon2id",
  version: 0x13,
  password: Uint8Array.of(0, 255, 1, 0),
  salt: new Uint8Array(16).fill(7),
  memoryKiB: 256,
  iterations: 2,
  parallelism: 1,
  bytes: 32,
};

it.each([
  { type: "argon2d" },
  { type: "argon2i", parallelism: 2 },
  { type: "argon2id", parallelism: 4, iterations: 3 },
  { password: new Uint8Array() },
  { bytes: 64, salt: new Uint8Array(32) },
] satisfies Partial<Argon2Job>[])("makes what another Argon2 makes: %o", async (more) => {
  const asked = { ...job, ...more };
  const other = argon2Sync(asked.type, {
    message: asked.password,
    nonce: asked.salt,
    memory: asked.memoryKiB,
    passes: asked.iterations,
    parallelism: asked.parallelism,
    tagLength: asked.bytes,
  });
  expect(await argon2InNode(asked)).toEqual(Uint8Array.from(other));
});

it("makes nothing where the memory can't be had, or Argon2 has no such parameters", async () => {
  expect(await argon2InNode({ ...job, memoryKiB: 2 ** 22 })).toBeUndefined();
  expect(await argon2InNode({ ...job, parallelism: 64 })).toBeUndefined();
});
