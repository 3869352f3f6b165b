/** `tab` is gone with its tab and survives a reload; `browser` stays until somebody clears it. */
export type StoragePlace = "tab" | "browser";

/** What could not be stored, for as long as this page lives. */
const unstored = new Map<string, string>();

/**
 * What was kept under a name; null where nothing was. Blocked storage (cookies refused, a private window, a full disk)
 * throws at the first look: then it is what this page itself has kept.
 */
export function readStored(place: StoragePlace, name: string): string | null {
  try {
    return storageOf(place).getItem(name) ?? unstored.get(`${place} ${name}`) ?? null;
  } catch {
    return unstored.get(`${place} ${name}`) ?? null;
  }
}

/**
 * Keeps a text under a name, at least until this page is left; null forgets it. Returns whether it stays beyond that. It
 * never throws.
 */
export function store(place: StoragePlace, name: string, text: string | null): boolean {
  unstored.delete(`${place} ${name}`);
  try {
    if (text === null) storageOf(place).removeItem(name);
    else storageOf(place).setItem(name, text);
    return true;
  } catch {
    if (text !== null) unstored.set(`${place} ${name}`, text);
    return false;
  }
}

function storageOf(place: StoragePlace): Storage {
  return place === "tab" ? sessionStorage : localStorage;
}
