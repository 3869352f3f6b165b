import { Buffer } from "node:buffer";
import Argon2 from "@phi-ag/argon2";
import wasm from "@phi-ag/argon2/argon2.wasm";

/** OWASP's first choice for Argon2id (promise P1); raise these, and each next sign-in hashes anew. */
export const argon2Parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1, hashLength: 32 } as const;

/** What is used of the WebAssembly beside the library around it. */
interface Exports {
  memory: WebAssembly.Memory;
  malloc(bytes: number): number;
  free(at: number): void;
}

interface Instance {
  argon2: Argon2;
  exports: Exports;
  /** Kibibytes of a hash for which there is room without growing. */
  roomFor: number;
  /** The memory's bytes with that room. */
  length: number;
  /** All that is not zero while nothing is hashed: the data segments, and what the allocator knows of the room. */
  clean: { at: number; bytes: Buffer }[];
}

const pageBytes = 64 * 1024;
const emptyPage = Buffer.alloc(pageBytes);

/** What a hash takes beside its own memory: salt, password, state. */
const besideBytes = pageBytes;

/** The one instance of the isolate. One that has grown beyond our own hashes may be collected at any time. */
let kept: { deref(): Instance | undefined } | undefined;

/**
 * Runs `work` over the one WebAssembly memory of the isolate, with room for a hash of so many kibibytes (promise M1).
 * Nothing can run in between, since nothing is awaited, and nothing is left behind: whatever was hashed, afterwards each
 * byte is what it was before. If `work` throws, or made the memory grow, the instance is not used again.
 */
export function withArgon2<Result>(kibibytes: number, work: (argon2: Argon2) => Result): Result {
  const instance = takeKept() ?? create();
  try {
    if (kibibytes > instance.roomFor) makeRoom(instance, kibibytes);
    const result = work(instance.argon2);
    if (instance.exports.memory.buffer.byteLength === instance.length) keep(instance);
    return result;
  } finally {
    wipe(instance);
  }
}

/** The instance that is there, and nobody else's until it is kept again. */
function takeKept(): Instance | undefined {
  const instance = kept?.deref();
  kept = undefined;
  return instance;
}

function keep(instance: Instance): void {
  kept = instance.roomFor > argon2Parameters.memoryCost ? new WeakRef(instance) : { deref: () => instance };
}

function create(): Instance {
  const instance = new WebAssembly.Instance(wasm, {});
  const exports = instance.exports as unknown as Exports;
  const created = { argon2: new Argon2(instance), exports, roomFor: 0, length: 0, clean: [] };
  makeRoom(created, argon2Parameters.memoryCost);
  return created;
}

/** Lets the memory grow once, so that it is as large before a hash as after it, and notes how it looks while it is clean. */
function makeRoom(instance: Instance, kibibytes: number): void {
  const { memory, malloc, free } = instance.exports;
  const at = malloc(kibibytes * 1024 + besideBytes);
  if (at === 0) throw new Error(`no memory for a hash of ${kibibytes} KiB`);
  free(at);
  instance.roomFor = kibibytes;
  instance.length = memory.buffer.byteLength;
  instance.clean = [];
  for (let at = 0; at < instance.length; at += pageBytes) {
    const page = Buffer.from(memory.buffer, at, pageBytes);
    if (!page.equals(emptyPage)) instance.clean.push({ at, bytes: Buffer.from(page) });
  }
}

function wipe({ exports, clean }: Instance): void {
  const bytes = new Uint8Array(exports.memory.buffer);
  bytes.fill(0);
  for (const part of clean) bytes.set(part.bytes, part.at);
}
