import { type KeyFileJob, keyFileBytes, keyFileName } from "./key-file.ts";

/** What a worker has beside what a window has of a file. */
interface FileInPlace {
  createSyncAccessHandle(): Promise<{
    getSize(): number;
    write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
    flush(): void;
    close(): void;
  }>;
}

/** In the worker: does the one job that it is sent, and answers whether it was done. */
export function answerKeyFile(): void {
  self.onmessage = async ({ data }: MessageEvent<KeyFileJob>) => {
    self.postMessage(
      await doJob(data).then(
        () => true,
        () => false,
      ),
    );
  };
}

async function doJob(job: KeyFileJob): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  const handle: unknown = await folder.getFileHandle(keyFileName, { create: true });
  const file = await (handle as FileInPlace).createSyncAccessHandle();
  try {
    const length = Math.max(keyFileBytes, file.getSize());
    const bytes = job === "destroy" ? crypto.getRandomValues(new Uint8Array(length)) : job.bytes;
    if (file.write(bytes, { at: 0 }) !== bytes.length) throw new Error("not all of it was written");
    file.flush();
  } finally {
    file.close();
  }
  if (job === "destroy") await folder.removeEntry(keyFileName);
}
