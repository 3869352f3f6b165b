import { type ReadonlySignal, signal } from "@preact/signals";
import { onDisk } from "../storage.ts";
import { type Options, optionsIn } from "./rules.ts";

const keptAs = "options";

const chosen = signal<Options>(read());

/** What the person chose about these screens, in this browser. */
export const options: ReadonlySignal<Options> = chosen;

/** Chooses; the other windows follow. Where the browser keeps nothing, it is so until this window closes. */
export function choose(change: Partial<Options>): void {
  chosen.value = { ...chosen.value, ...change };
  try {
    localStorage.setItem(keptAs, JSON.stringify(chosen.value));
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
  chosen.subscribe(({ theme }) => {
    document.documentElement.style.colorScheme = theme === "system" ? "" : theme;
  });
  addEventListener("storage", ({ key }) => {
    if (key === keptAs) chosen.value = read();
  });
}

/**
 * From `localStorage`, which answers at once: what is drawn first depends on it. A page that one of our scripts runs in has
 * one too, which is not ours.
 */
function read(): Options {
  try {
    return optionsIn(location.protocol.endsWith("extension:") ? localStorage.getItem(keptAs) : null);
  } catch {
    return optionsIn(null);
  }
}
