import { isWrong } from "../clock/rules.ts";
import type { LastUsed, ListOrder } from "../codes/arrange.ts";
import { isHalfDone } from "../security/progress.ts";
import { inMemory, onDisk } from "../storage.ts";
import { type Opening, openVault } from "../vault/open.ts";
import type { VaultPlace } from "../vault/place.ts";

/** What the codes were first read as, for the screens to go on from. */
export interface FirstRead {
  opened: Opening;
  order: ListOrder;
  lastUsed: LastUsed;
  /** Nothing is to be shown in the place of the list, or above it. */
  isPlain: boolean;
  /** What the person typed into the search meanwhile. */
  typed?: string;
}

/** Reads all that the list of codes depends on, with one question to each part of the storage. Rejects where that fails. */
export async function readFirst(place: VaultPlace): Promise<FirstRead> {
  const [opened, order, lastUsed, draft, progress, clock] = await Promise.all([
    openSoon(place),
    onDisk("listOrder").read(),
    onDisk("lastUsed").read(),
    inMemory("draft").read(),
    inMemory("progress").read(),
    inMemory("clock").read(),
  ]);
  const isPlain = draft === undefined && !(progress && isHalfDone(progress)) && !(clock && isWrong(clock));
  return { opened, order: order ?? "own", lastUsed: lastUsed ?? {}, isPlain };
}

/** Opens the vault by what is in memory of its key; where that does not fit, what is on the disk is asked. */
async function openSoon(place: VaultPlace): Promise<Opening> {
  const findKey: VaultPlace["findKey"] = (kind) =>
    kind === "browser_parts" ? place.findKeySoon() : place.findKey(kind);
  const opened = await openVault({ ...place, findKey });
  return opened.ok || opened.code !== "damaged" ? opened : await openVault(place);
}
