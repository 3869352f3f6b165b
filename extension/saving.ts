import { type ReadonlySignal, signal } from "@preact/signals";

/** Something that is saved in this browser, and whether the last try failed: `NotSaved` says so beside it. */
export interface Saving {
  failed: ReadonlySignal<boolean>;
  /** Saves, and returns whether that succeeded; never rejects. What the screen shows is to change after it alone. */
  run: (save: () => Promise<unknown>) => Promise<boolean>;
}

/** Something that nobody has saved yet. */
export function createSaving(): Saving {
  const failed = signal(false);
  return {
    failed,
    async run(save) {
      failed.value = false;
      try {
        await save();
        return true;
      } catch {
        // A full disk, storage that is blocked, or a background that has just ended.
        failed.value = true;
        return false;
      }
    },
  };
}
