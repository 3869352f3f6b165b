type Bytes = Uint8Array<ArrayBuffer>;

/** What Argon2 (RFC 9106) is asked for; nothing of it has been checked against any bounds. */
export interface Argon2Job {
  type: "argon2d" | "argon2i" | "argon2id";
  version: 0x10 | 0x13;
  password: Bytes;
  salt: Bytes;
  memoryKiB: number;
  iterations: number;
  parallelism: number;
  /** Of the result. */
  bytes: number;
}

/** Runs Argon2. Undefined where this machine doesn't have the memory, or where Argon2 doesn't have these parameters. */
export type RunArgon2 = (job: Argon2Job, onProgress?: (done: number) => void) => Promise<Bytes | undefined>;

/** What is used of the WebAssembly of `@phi-ag/argon2`, which is the reference's C. Pointers are offsets in its memory. */
interface Argon2Exports {
  memory: WebAssembly.Memory;
  _initialize: () => void;
  malloc: (bytes: number) => number;
  argon2_hash: (...numbers: number[]) => number;
}

const types = { argon2d: 0, argon2i: 1, argon2id: 2 } as const;

/**
 * Runs Argon2 in a fresh instance of the WebAssembly, which is to be dropped with all that the password left in its memory.
 * The package's own wrapper takes texts alone, and passwords of some programs are bytes.
 */
export function runArgon2(instance: WebAssembly.Instance, job: Argon2Job): Bytes | undefined {
  const wasm = instance.exports as unknown as Argon2Exports;
  wasm._initialize();
  const put = (bytes: Uint8Array) => {
    // An empty one has an address too.
    const at = wasm.malloc(bytes.length + 1);
    new Uint8Array(wasm.memory.buffer).set(bytes, at);
    return at;
  };
  const { password, salt } = job;
  const [passwordAt, saltAt, resultAt] = [put(password), put(salt), put(new Uint8Array(job.bytes))];
  const failed = wasm.argon2_hash(
    job.iterations,
    job.memoryKiB,
    job.parallelism,
    passwordAt,
    password.length,
    saltAt,
    salt.length,
    resultAt,
    job.bytes,
    0, // no text of all this
    0,
    types[job.type],
    job.version,
  );
  return failed === 0 ? new Uint8Array(wasm.memory.buffer).slice(resultAt, resultAt + job.bytes) : undefined;
}
