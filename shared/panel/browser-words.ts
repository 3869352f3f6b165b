import type { Words } from "./words.tsx";

/** What a browser is called: `Firefox on Linux`, as much of it as is known. */
export function browserWords(
  { places }: Words,
  { browser, system }: { browser: string | null; system: string | null },
): string {
  if (browser && system) return places.browserOn(browser, system);
  return browser ?? system ?? places.unknownBrowser;
}
