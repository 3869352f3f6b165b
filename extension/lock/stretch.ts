import type { Stretching } from "../vault/vault-lock.ts";

/** Makes 32 bytes of a passphrase, at a cost that whoever guesses pays for each guess. */
export type Stretch = (passphrase: string, by: Stretching) => Promise<Uint8Array<ArrayBuffer>>;

/** What a worker is asked. */
export interface StretchJob {
  passphrase: string;
  by: Stretching;
}

/**
 * Argon2id in a worker of its own: the window goes on while it runs, and its 64 MiB, with all that the passphrase left in
 * them, end with it.
 */
export const stretchInWorker: Stretch = async (passphrase, by) => {
  const worker = new Worker(new URL("./stretch-worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => resolve(data);
      worker.onerror = () => reject(new Error("the passphrase could not be stretched"));
      worker.postMessage({ passphrase, by } satisfies StretchJob);
    });
  } finally {
    worker.terminate();
  }
};
