import { readStored, store } from "../../shared/ui/browser-storage.ts";

/** What is half done on a page, kept in its tab: a reload does not lose it, nor a phone that drops the tab meanwhile. */
export interface KeptProgress<Progress> {
  /** What was kept, where it still is of use; null otherwise, and for what another version of the page has kept. */
  read: () => Progress | null;
  /** Keeps it in place of what was there; null forgets it. No password and no setup key is ever part of it. */
  keep: (progress: Progress | null) => void;
}

/** The progress of one page, by its name; `isOfUse` says whether what was kept can still be gone on with. */
export function keptProgress<Progress extends object>(
  name: string,
  isOfUse: (kept: Progress) => boolean,
): KeptProgress<Progress> {
  const storageName = `latchkey-progress ${name}`;
  return {
    read() {
      try {
        const kept = JSON.parse(readStored("tab", storageName) ?? "null") as Progress | null;
        return kept && isOfUse(kept) ? kept : null;
      } catch {
        return null;
      }
    },
    keep: (progress) => void store("tab", storageName, progress && JSON.stringify(progress)),
  };
}
