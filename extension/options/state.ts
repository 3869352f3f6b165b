import { type ReadonlySignal, signal } from "@preact/signals";
import { onDisk } from "../storage.ts";
import { drawTheme, optionsKeptAs, readOptions } from "./kept.ts";
import type { Options } from "./rules.ts";

const chosen = signal<Options>(readOptions());

/** What the person chose about these screens, in this browser. */
export const options: ReadonlySignal<Options> = chosen;

/** Chooses; the other windows follow. Where the browser keeps nothing, it is so until this window closes. */
export function choose(change: Partial<Options>): void {
  chosen.value = { ...chosen.value, ...change };
  try {
    localStorage.setItem(optionsKeptAs, JSON.stringify(chosen.value));
  } catch {
    // A browser that refuses to keep anything still shows what was chosen.
  }
  if (change.language) void tellBackground(change.language).catch(() => {});
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
