import type { Page } from "playwright-core";
import { expect } from "vitest";
import { sealVault } from "../../extension/vault/seal.ts";
import type { SealedVault } from "../../extension/vault/sealed-vault.ts";
import { addAccount, setPassphrase, unlock } from "./support/codes.ts";
import {
  asTheKey,
  asThePartInTheDatabase,
  asThePartInTheFile,
  partInFile,
  sealedCopies,
  searchFor,
} from "./support/copied-profile.ts";
import { journey } from "./support/journey.ts";
import { foundInFolder } from "./support/profile-folder.ts";

const key = "KVKFKRCPNZQUYMLXOVYDSQKJKZDTSRLD";
const passphrase = "seventeen quiet harbours";
/** Hundreds of thousands of keys are tried each time. */
const patience = { timeout: 400_000 };

journey(
  "E2b a passphrase leaves nothing on the disk that opens what was there before",
  patience,
  async ({ profile }) => {
    let popup = await profile.open();
    await addAccount(popup, "One", key);
    await addAccount(popup, "Two", key.slice(0, 24));
    const before = await sealedCopies(popup);
    const inFile = await partInFile(popup);
    await profile.close();

    // What is looked for is there, and opens: each part with the other.
    const asDatabase = asThePartInTheDatabase(inFile);
    const [inDatabase] = await searchFor(before, [asDatabase])(profile.folder);
    if (!inDatabase) throw new Error("the part in the database was not found");
    const asFile = asThePartInTheFile(inDatabase.window);
    expect((await searchFor(before, [asFile])(profile.folder)).map(({ window }) => window)).toContainEqual(inFile);

    popup = await profile.open();
    await setPassphrase(popup, passphrase);
    const after = await sealedCopies(popup);
    expect(after.map(({ key }) => key)).toEqual(["passphrase", "passphrase"]);
    const search = searchFor([...before, ...after], [asTheKey, asFile, asDatabase]);
    const opened = () => search(profile.folder);
    // The browser rewrites its files in its own time.
    await expect.poll(() => foundInFolder(profile.folder, [inDatabase.window, inFile])).toEqual([]);
    expect(await opened(), "while the browser runs").toEqual([]);
    await profile.close();
    expect(await opened(), "when it was closed").toEqual([]);

    for (const _ of [1, 2]) {
      popup = await profile.open();
      await unlock(popup, passphrase);
      await popup.getByRole("listitem").filter({ hasText: "Two" }).waitFor();
      await profile.close();
    }
    expect(await opened(), "after restarts").toEqual([]);
  },
);

const bytesOfBefore = Buffer.from("9f1c7d02be5a4468a1e3c05f77d9328b64fa10ce93b84d7526e8bf3d0a51c79e", "hex");

/** A vault as it was sealed before: by a key that lies whole in a database. */
async function vaultOfBefore(): Promise<SealedVault> {
  const sealing = await crypto.subtle.importKey("raw", Uint8Array.from(bytesOfBefore), "AES-GCM", false, ["encrypt"]);
  const addedAt = "2026-11-01T00:00:00.000Z";
  const kind = { type: "totp", secret: key, algorithm: "SHA1", digits: 6, period: 30 } as const;
  const entries = [{ id: "one", key: { ...kind, issuer: "One", account: "ana" }, addedAt }];
  return await sealVault({ entries }, { key: sealing, kept: "browser" }, new Date(addedAt));
}

/** Puts the key of before into its database, as it was done then. */
async function keepKeyOfBefore(popup: Page): Promise<void> {
  await popup.evaluate(
    async (bytes) => {
      const made = await crypto.subtle.importKey("raw", Uint8Array.from(bytes), "AES-GCM", false, [
        "encrypt",
        "decrypt",
      ]);
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("latchkey", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("keys", "readwrite", { durability: "strict" });
          transaction.objectStore("keys").put(made, "vault");
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      });
    },
    [...bytesOfBefore],
  );
}

async function forgetKeyOfBefore(popup: Page): Promise<void> {
  await popup.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("latchkey", 1);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("keys", "readwrite", { durability: "strict" });
          transaction.objectStore("keys").delete("vault");
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}

journey(
  "E2b a vault of before gets a key of two parts, and a passphrase ends the old one",
  patience,
  async ({ profile }) => {
    let popup = await profile.open();
    const before = await vaultOfBefore();
    await keepKeyOfBefore(popup);
    await popup.evaluate(async (vault) => {
      await chrome.storage.local.set({ vault, vaultPrevious: vault });
    }, before);
    await profile.close();
    expect(await searchFor([before], [asTheKey])(profile.folder)).not.toEqual([]);

    popup = await profile.open();
    await popup.getByRole("listitem").filter({ hasText: "One" }).waitFor();
    const kinds = async () => (await sealedCopies(popup)).map(({ key }) => key);
    await expect.poll(kinds).toEqual(["browser_parts", "browser_parts"]);
    await setPassphrase(popup, passphrase);
    await profile.close();
    expect(await searchFor([before], [asTheKey])(profile.folder)).toEqual([]);
  },
);

journey(
  "E2b a key that was deleted before, beside a passphrase, goes with the next unlocking",
  patience,
  async ({ profile }) => {
    let popup = await profile.open();
    await addAccount(popup, "One", key);
    await setPassphrase(popup, passphrase);
    const before = await vaultOfBefore();
    await keepKeyOfBefore(popup);
    await forgetKeyOfBefore(popup);
    await profile.close();
    expect(await searchFor([before], [asTheKey])(profile.folder)).not.toEqual([]);

    popup = await profile.open();
    await unlock(popup, passphrase);
    await popup.getByRole("listitem").filter({ hasText: "One" }).waitFor();
    // The rest of the work is done beside what is shown.
    const databases = () => popup.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    await expect.poll(databases).toEqual([]);
    await profile.close();
    expect(await searchFor([before], [asTheKey])(profile.folder)).toEqual([]);
  },
);
