import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type RunArgon2, runArgon2 } from "../../extension/import/argon2.ts";

const path = fileURLToPath(import.meta.resolve("@phi-ag/argon2/argon2.wasm"));
const compiled = readFile(path).then((bytes) => WebAssembly.compile(bytes));

/** The WebAssembly that the extension runs in a worker, in the test's own thread. */
export const argon2InNode: RunArgon2 = async (job) => runArgon2(await WebAssembly.instantiate(await compiled), job);
