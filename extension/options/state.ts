import { type ReadonlySignal, signal } from "@preact/signals";
import { createSaving } from "../saving.ts";
import { onDisk } from "../storage.ts";
import { drawTheme, optionsKeptAs, readOptions } from "./kept.ts";
import type { Options } from "./rules.ts";

const chosen = signal<Options>(readOptions());
const saving = createSaving();

/** What the person chose about these screens, in this browser. */
export const options: ReadonlySignal<Options> = chosen;

/** Whether the last choice could not be saved. */
export const choiceNotSaved: ReadonlySignal<boolean> = saving.failed;

/** Chooses; the other windows follow. Returns whether that could be saved; where not, all stays as it was. */
export async function choose(change: Partial<Options>): Promise<boolean> {
  const before = chosen.value;
  return await saving.run(async () => {
    keep({ ...before, ...change });
    if (!change.language) return;
    await tellBackground(change.language).catch((error: unknown) => {
      // These screens and the background speak the same language.
      keep(before);
      throw error;
    });
  });
}

function keep(next: Options): void {
  localStorage.setItem(optionsKeptAs, JSON.stringify(next));
  chosen.value = next;
}

/** The background speaks too, in the context menu and on pages, and has no `localStorage`. */
async function tellBackground(language: Options["language"]): Promise<void> {
  if (language === "system") await onDisk("language").remove();
  else await onDisk("language").write(language);
}

/** Draws the screens in the theme that was chosen, now and whenever another window chooses. */
export function followOptions(): void {
  chosen.subscribe(drawTheme);
  addEventListener("storage", ({ key }) => {
    if (key === optionsKeptAs) chosen.value = readOptions();
  });
}
