import type { Locale } from "../contract/locale.ts";
import { panelWords as spanish } from "../locales/es/panel-words.ts";
import { addWords, type Words } from "./words.tsx";

/** The words of the panel in each language beside English, which is always there. */
const others: Record<Exclude<Locale, "en">, Words> = { es: spanish };

/** Puts in the words of every language, for screens that have them all in their own files. */
export function addEveryLanguage(): void {
  for (const [locale, words] of Object.entries(others)) addWords(locale as Locale, words);
}
