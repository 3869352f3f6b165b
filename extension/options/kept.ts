import { type Options, optionsIn } from "./rules.ts";

/** What the options are kept as. */
export const optionsKeptAs = "options";

/**
 * The options as they are kept now, from `localStorage`, which returns immediately: what is drawn first depends on it. A page
 * that one of our scripts runs in has a `localStorage` too, which is not ours.
 */
export function readOptions(): Options {
  try {
    return optionsIn(location.protocol.endsWith("extension:") ? localStorage.getItem(optionsKeptAs) : null);
  } catch {
    return optionsIn(null);
  }
}

/** Draws the document in a theme. */
export function drawTheme({ theme }: Options): void {
  document.documentElement.style.colorScheme = theme === "system" ? "" : theme;
}
