import type { Locale } from "../../shared/contract/account.ts";
import { fill as english } from "../../shared/locales/en/fill.ts";
import { fill as spanish } from "../../shared/locales/es/fill.ts";
import { pickLocale } from "../../shared/locales/locale.ts";
import { onDisk } from "../storage.ts";
import { locale } from "../surface/words.ts";

const fillWordsIn: Record<Locale, typeof english> = { en: english, es: spanish };

/** The words of filling, in the language of these screens. */
export const fillWords = fillWordsIn[locale];

/** The words of filling in the background, which outlives a choice of the language: in the one that is chosen by now. */
export async function fillWordsNow(): Promise<typeof english> {
  const chosen = await onDisk("language")
    .read()
    .catch(() => undefined);
  return fillWordsIn[chosen ?? pickLocale(navigator.languages)] ?? english;
}
