const databaseName = "latchkey";
const storeName = "keys";
const keyName = "vault";

/** The vault's key of this browser; undefined where none was ever made. */
export async function findBrowserKey(): Promise<CryptoKey | undefined> {
  return await withStore("readonly", (store) => store.get(keyName) as IDBRequest<CryptoKey | undefined>);
}

/** The vault's key of this browser. The first call makes it: AES-256, and no code can ever read it out. */
export async function makeBrowserKey(): Promise<CryptoKey> {
  return await navigator.locks.request("latchkey-vault-key", async () => {
    const found = await findBrowserKey();
    if (found) return found;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await withStore("readwrite", (store) => store.add(made, keyName));
    return made;
  });
}

/** Forgets the vault's key of this browser; what it sealed never opens again. */
export async function forgetBrowserKey(): Promise<void> {
  await withStore("readwrite", (store) => store.delete(keyName));
}

async function withStore<Value>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await openDatabase();
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

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("the key database is blocked"));
  });
}
