const storeName = "keys";
const keyName = "vault";

/** What a database of ours holds, undefined where it was never made; asking makes none. Rejects where the browser fails. */
export async function readKeyDatabase(name: string): Promise<CryptoKey | undefined> {
  const database = await open(name, false);
  if (!database) return undefined;
  return await inTransaction(database, "readonly", (store) => store.get(keyName) as IDBRequest<CryptoKey | undefined>);
}

/** Puts a key into a database of ours, in the place of what it held; on the disk when this resolves. */
export async function writeKeyDatabase(name: string, key: CryptoKey): Promise<void> {
  const database = await open(name, true);
  if (database) await inTransaction(database, "readwrite", (store) => store.put(key, keyName));
}

/**
 * Deletes databases, and lets the browser write anew the files that their content lay in. Chromium keeps all of an
 * extension's databases in one set of files, and with each that is deleted it rewrites those that reach over it: so a few
 * more, made after all others, are deleted after them. Where a kill ends that, the next call goes on.
 */
export async function deleteKeyDatabases(names: string[]): Promise<void> {
  const there = new Set((await indexedDB.databases()).map(({ name }) => name));
  const last = ["latchkey-last-1", "latchkey-last-2", "latchkey-last-3"];
  if (![...names, ...last].some((name) => there.has(name))) return;
  for (const name of last) (await open(name, true))?.close();
  for (const name of [...names, ...last]) await remove(name);
}

async function inTransaction<Value>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  try {
    // Strict: the key is on the disk before anything is sealed with it.
    const transaction = database.transaction(storeName, mode, { durability: "strict" });
    const request = ask(transaction.objectStore(storeName));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}

function open(name: string, mayMake: boolean): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    let isAbsent = false;
    request.onupgradeneeded = () => {
      if (mayMake) request.result.createObjectStore(storeName);
      else {
        isAbsent = true;
        request.transaction?.abort();
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      // Firefox takes what nobody handles for an error of the page.
      event.preventDefault();
      if (isAbsent) resolve(undefined);
      else reject(request.error);
    };
    request.onblocked = () => reject(new Error("the key database is blocked"));
  });
}

/** A window that has it open closes it in a moment, and then this goes on. */
function remove(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
