import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { deleteAside, type PutAside, putAside, readAside } from "../vault/aside.ts";
import type { ChangeFailure } from "../vault/change.ts";
import { mergedContent } from "../vault/merge.ts";
import { openToSeal } from "../vault/open.ts";
import type { AsideSlot, VaultPlace } from "../vault/place.ts";
import { writeSlot } from "../vault/replace.ts";
import { resealVault, settleCopies } from "../vault/reseal.ts";
import { unsealVault } from "../vault/seal.ts";
import type { VaultOfPassphrase } from "../vault/sealed-vault.ts";
import type { Stretch } from "./stretch.ts";
import { unwrapByPassphrase } from "./wrap.ts";

/** Why nothing was brought back. `gone`: another window has brought it back, or deleted it. */
export type BringBackFailure = ChangeFailure | "wrong_passphrase" | "gone";

/**
 * Brings back what was put aside, by its passphrase. Its accounts join those that are open; where these have no passphrase,
 * all get the one of what is brought back, so that nothing is ever left without one that had one. Where the vault is locked
 * it is put aside in turn. What was put aside stays there until its accounts are in the vault.
 */
export async function bringBack(
  place: VaultPlace,
  now: Date,
  { slot, passphrase }: { slot: AsideSlot; passphrase: string },
  stretch: Stretch,
): Promise<Outcome<null, BringBackFailure>> {
  try {
    const aside = await readAside(place, slot);
    if (!aside) return fail("gone");
    const dataKey = await dataKeyOf(aside, passphrase, stretch);
    if (!dataKey) return fail("wrong_passphrase");
    const found = await openAside(aside, dataKey);
    if (!found) return fail("damaged");
    const joined = await joinVault(place, now, found);
    const isBack = !joined.ok && joined.code === "locked" ? await takeItsPlace(place, now, found) : joined;
    if (!isBack.ok) return isBack;
    // Where that fails it is there twice, and can be brought back or deleted again.
    await deleteAside(place, slot);
    return ok(null);
  } catch {
    return fail("not_saved");
  }
}

interface Opened {
  slot: AsideSlot;
  vault: VaultOfPassphrase;
  content: NonNullable<Awaited<ReturnType<typeof unsealVault>>>;
  dataKey: Uint8Array<ArrayBuffer>;
  key: CryptoKey;
}

async function dataKeyOf(
  { copies }: PutAside,
  passphrase: string,
  stretch: Stretch,
): Promise<Opened["dataKey"] | undefined> {
  const wraps = copies.map(({ lock }) => lock.passphrase);
  for (const [at, wrap] of wraps.entries()) {
    if (wraps.findIndex(({ wrapped }) => wrapped === wrap.wrapped) < at) continue;
    const dataKey = await unwrapByPassphrase(wrap, passphrase, stretch);
    if (dataKey) return dataKey;
  }
  return undefined;
}

/** The newest copy that opens. */
async function openAside({ slot, copies }: PutAside, dataKey: Opened["dataKey"]): Promise<Opened | undefined> {
  const key = await crypto.subtle.importKey("raw", dataKey, "AES-GCM", false, ["encrypt", "decrypt"]);
  for (const vault of copies) {
    const content = await unsealVault(vault, key);
    if (content) return { slot, vault, content, dataKey, key };
  }
  return undefined;
}

async function joinVault(
  place: VaultPlace,
  now: Date,
  { slot, vault, content, dataKey, key }: Opened,
): Promise<Outcome<null, BringBackFailure>> {
  return await resealVault<"gone">(
    place,
    now,
    async ({ secret }) => {
      if (!(await readAside(place, slot))) return fail("gone");
      if (secret?.lock) return ok(secret);
      // Before the vault is: no window finds it locked whose passphrase somebody has just entered.
      await place.keepUnlockedKey(dataKey);
      return ok({ key, lock: vault.lock });
    },
    (there) => mergedContent(there, content),
  );
}

async function takeItsPlace(
  place: VaultPlace,
  now: Date,
  { slot, vault, dataKey, key }: Opened,
): Promise<Outcome<null, BringBackFailure>> {
  const taken = await place.exclusively(async () => {
    const opened = await openToSeal(place);
    // Another window has unlocked it, or started over, since it was found locked.
    if (opened.ok || opened.code !== "locked") return fail("unreadable");
    if (!(await readAside(place, slot))) return fail("gone");
    if (!(await putAside(place, now))) return fail("not_saved");
    const before = await place.read("current");
    // First, so that there is a good copy of it should the other write fail.
    if (!(await writeSlot(place, "previous", vault, { key }))) return fail("not_saved");
    if (await writeSlot(place, "current", vault, { key }).catch(() => false)) return ok(null);
    await place.write("current", before);
    return fail("not_saved");
  });
  if (!taken.ok) return taken;
  await place.keepUnlockedKey(dataKey);
  await settleCopies(place).catch(() => {});
  return ok(null);
}
