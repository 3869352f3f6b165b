import type { RunArgon2 } from "./argon2.ts";
import type { Argon2Told } from "./argon2-worker.ts";

/** Milliseconds between two reports. */
const reportMilliseconds = 100;

/**
 * Argon2 in a worker of its own: the window goes on while it runs, and its memory ends with it. It can't be asked how far
 * it is, so what is reported is the time it has taken, as a share of the time that a small run made likely; never all of it.
 */
export const argon2InWorker: RunArgon2 = async (job, onProgress) => {
  const worker = new Worker(new URL("./argon2-worker.ts", import.meta.url), { type: "module" });
  let timer: ReturnType<typeof setInterval> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Argon2Told>) => {
        if ("result" in data) resolve(data.result);
        else {
          const began = performance.now();
          const report = () => onProgress?.(Math.min(0.99, (performance.now() - began) / data.expectedMs));
          timer = setInterval(report, reportMilliseconds);
        }
      };
      worker.onerror = () => reject(new Error("the key could not be derived"));
      worker.postMessage(job);
    });
  } finally {
    clearInterval(timer);
    worker.terminate();
  }
};
