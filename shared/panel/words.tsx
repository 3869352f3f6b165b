import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Locale } from "../contract/account.ts";
import { panel as english } from "../locales/en/panel.ts";
import { panelAccount as englishAccount } from "../locales/en/panel-account.ts";
import { links as englishLinks } from "../locales/en/panel-links.ts";
import { panelNotMe as englishNotMe } from "../locales/en/panel-not-me.ts";
import { panelProblems as englishProblems, type ProblemTexts } from "../locales/en/panel-problems.ts";
import { panelSettings as englishSettings } from "../locales/en/panel-settings.ts";
import { passkey as englishPasskey } from "../locales/en/passkey.ts";
import { panel as spanish } from "../locales/es/panel.ts";
import { panelAccount as spanishAccount } from "../locales/es/panel-account.ts";
import { links as spanishLinks } from "../locales/es/panel-links.ts";
import { panelNotMe as spanishNotMe } from "../locales/es/panel-not-me.ts";
import { panelProblems as spanishProblems } from "../locales/es/panel-problems.ts";
import { panelSettings as spanishSettings } from "../locales/es/panel-settings.ts";
import { passkey as spanishPasskey } from "../locales/es/passkey.ts";

/** What the panel says in one language. */
export type Words = typeof english &
  typeof englishAccount &
  typeof englishNotMe &
  typeof englishSettings & {
    links: typeof englishLinks;
    passkey: typeof englishPasskey;
    problems: Record<keyof typeof englishProblems, ProblemTexts>;
  };

const wordsOf: Record<Locale, Words> = {
  en: {
    ...english,
    ...englishAccount,
    ...englishNotMe,
    ...englishSettings,
    links: englishLinks,
    passkey: englishPasskey,
    problems: englishProblems,
  },
  es: {
    ...spanish,
    ...spanishAccount,
    ...spanishNotMe,
    ...spanishSettings,
    links: spanishLinks,
    passkey: spanishPasskey,
    problems: spanishProblems,
  },
};

const CurrentLocale = createContext<Locale>("en");

/** Gives everything inside it one language. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ComponentChildren }) {
  return <CurrentLocale.Provider value={locale}>{children}</CurrentLocale.Provider>;
}

/** The words of the panel in the language around. */
export function useWords(): Words {
  return wordsOf[useContext(CurrentLocale)];
}

/** The language around, for dates and numbers. */
export function useLocale(): Locale {
  return useContext(CurrentLocale);
}
