import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Locale } from "../contract/locale.ts";
import { panelWords as english, type PanelWords } from "../locales/en/panel-words.ts";

/** What the panel says in one language. */
export type Words = PanelWords;

/** English is always there: it is what is shown in the place of a language that could not be loaded. */
const wordsOf: { en: Words } & Partial<Record<Locale, Words>> = { en: english };

const CurrentLocale = createContext<Locale>("en");

/** Puts in the words of a language, before anything is drawn in it. */
export function addWords(locale: Locale, words: Words): void {
  wordsOf[locale] = words;
}

/** Whether there are words of a language by now. */
export function hasWords(locale: Locale): boolean {
  return wordsOf[locale] !== undefined;
}

/** Gives everything inside it one language. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ComponentChildren }) {
  return <CurrentLocale.Provider value={locale}>{children}</CurrentLocale.Provider>;
}

/** The words of the panel in the language around. */
export function useWords(): Words {
  return wordsOf[useContext(CurrentLocale)] ?? english;
}

/** The language around, for dates and numbers. */
export function useLocale(): Locale {
  return useContext(CurrentLocale);
}
