import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { browser } from "wxt/browser";
import { askBackground } from "../messages.ts";
import { createSaving } from "../saving.ts";
import { onDisk } from "../storage.ts";

/** What clearing takes: to read whether the code is still there, and to write while nobody clicks. */
const needed = { permissions: ["clipboardRead", "clipboardWrite"] } as const;

const kept = onDisk("clearClipboard");
const isWanted: Signal<boolean | undefined> = signal(undefined);
const isRefused = signal(false);
const hasCopied = signal(false);
const saving = createSaving();

/** Whether copied codes are cleared after a minute; undefined while nobody has said. */
export const clearsClipboard: ReadonlySignal<boolean | undefined> = isWanted;
/** Whether the browser was asked and said no. */
export const clearingRefused: ReadonlySignal<boolean> = isRefused;
/** Whether the choice could not be saved. */
export const clearingNotSaved: ReadonlySignal<boolean> = saving.failed;
/** Whether a code has been copied since the screen was opened: then it is time to offer this. */
export const copiedHere: ReadonlySignal<boolean> = hasCopied;

/** Reads what was chosen. */
export async function readClearing(): Promise<void> {
  const [wanted, may] = await Promise.all([
    kept.read(),
    browser.permissions.contains({ permissions: [...needed.permissions] }),
  ]);
  isWanted.value = wanted && !may ? undefined : wanted;
}

/**
 * Copies a code, and sees to it that it is cleared where that was chosen; returns whether that will be as was chosen.
 * Rejects where the browser lets nothing be copied.
 */
export async function copyCode(code: string): Promise<boolean> {
  await navigator.clipboard.writeText(code);
  hasCopied.value = true;
  try {
    if (isWanted.value === undefined) await readClearing();
    if (isWanted.value) await askBackground("clearLater", code);
    return true;
  } catch {
    return false;
  }
}

/** Chooses; to be called from a click, for the browser may ask the person. */
export async function setClearing(wanted: boolean): Promise<void> {
  isRefused.value = false;
  await saving.run(async () => {
    // Asked for first, while the browser still knows of the click.
    if (wanted && !(await browser.permissions.request({ permissions: [...needed.permissions] }))) {
      isRefused.value = true;
      return;
    }
    await kept.write(wanted);
    isWanted.value = wanted;
    // One that stays is used by nothing.
    if (!wanted) await browser.permissions.remove({ permissions: [...needed.permissions] }).catch(() => false);
  });
}
