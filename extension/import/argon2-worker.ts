import wasm from "@phi-ag/argon2/argon2.wasm?url";
import { type Argon2Job, runArgon2 } from "./argon2.ts";

/** What the worker tells: first how many milliseconds it will most likely take, then the result. */
export type Argon2Told = { expectedMs: number } | { result: Uint8Array<ArrayBuffer> | undefined };

/** A small run tells how fast this machine is. */
const sample = { memoryKiB: 8192, iterations: 1, parallelism: 1, bytes: 32 } as const;

self.onmessage = async ({ data: job }: MessageEvent<Argon2Job>) => {
  const response = await fetch(wasm);
  const module = await WebAssembly.compile(await response.arrayBuffer());
  const tell = (told: Argon2Told) => self.postMessage(told);
  if (job.memoryKiB * job.iterations > sample.memoryKiB * 8) {
    const began = performance.now();
    runArgon2(await WebAssembly.instantiate(module), { ...job, ...sample });
    tell({ expectedMs: ((performance.now() - began) * job.memoryKiB * job.iterations) / sample.memoryKiB });
  }
  tell({ result: runArgon2(await WebAssembly.instantiate(module), job) });
};
