/** Bytes of the file. */
export const keyFileBytes = 32;

/** What the worker is asked: to put `bytes` into the file, where it is, or to write over what is there and remove it. */
export type KeyFileJob = { bytes: Uint8Array<ArrayBuffer> } | "destroy";

/** The file of 32 bytes in the extension's own part of the disk; undefined where there is none, or no whole one. */
export async function readKeyFile(): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle(keyFileName)).getFile();
    const bytes = new Uint8Array(await file.arrayBuffer());
    return bytes.length === keyFileBytes ? bytes : undefined;
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotFoundError") return undefined;
    throw error;
  }
}

/** Writes the file; on the disk when this resolves. In windows alone, for a background can have no worker. */
export async function writeKeyFile(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await inWorker({ bytes });
}

/** Writes over the file where it lies on the disk, and removes it. In windows alone, too. */
export async function destroyKeyFile(): Promise<void> {
  if (await hasKeyFile()) await inWorker("destroy");
}

/** Its name, which the worker has too. */
export const keyFileName = "latchkey-vault-key";

async function hasKeyFile(): Promise<boolean> {
  const folder = await navigator.storage.getDirectory();
  return await folder.getFileHandle(keyFileName).then(
    () => true,
    ({ name }: DOMException) => name !== "NotFoundError",
  );
}

/** Only a worker can write into a file in its place: what a window writes becomes another file. */
async function inWorker(job: KeyFileJob): Promise<void> {
  const worker = new Worker("/key-file.js");
  try {
    await new Promise<void>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<boolean>) =>
        data ? resolve() : reject(new Error("the key's file could not be written"));
      worker.onerror = () => reject(new Error("the key's file could not be written"));
      worker.postMessage(job);
    });
  } finally {
    worker.terminate();
  }
}
