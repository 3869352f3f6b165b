import type { Locale } from "../../../shared/contract/locale.ts";
import { addWords, hasWords, type Words } from "../../../shared/panel/words.tsx";

/** The hash of each language's script, for every one but English, which this script has inside. */
declare const LANGUAGE_INTEGRITY: Record<Exclude<Locale, "en">, string>;

const under = new Map<Locale, Promise<void>>();

/**
 * Loads the words of a language, once, from beside this script. Where that can't be loaded, or is not what it was built as,
 * the element speaks English.
 */
export function loadWords(locale: Locale): Promise<void> {
  if (locale === "en" || hasWords(locale)) return Promise.resolve();
  const begun = under.get(locale) ?? load(locale, LANGUAGE_INTEGRITY[locale]).catch(() => {});
  under.set(locale, begun);
  return begun;
}

async function load(locale: Locale, integrity: string): Promise<void> {
  const address = new URL(`elements.${locale}.js`, import.meta.url).href;
  await checked(address, integrity);
  const { panelWords } = (await import(/* @vite-ignore */ address)) as { panelWords: Words };
  addWords(locale, panelWords);
}

/** Has the browser load a script and hold it to its hash; `import()` then takes that one, and fails where the hash does not fit. */
function checked(address: string, integrity: string): Promise<void> {
  const link = document.createElement("link");
  if (!link.relList.supports("modulepreload")) return Promise.resolve();
  return new Promise((resolve, reject) => {
    link.rel = "modulepreload";
    link.crossOrigin = "anonymous";
    link.integrity = integrity;
    link.href = address;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(`${address} was not loaded`));
    document.head.append(link);
  });
}
