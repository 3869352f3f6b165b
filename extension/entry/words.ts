import { entry as english } from "../../shared/locales/en/entry.ts";
import { entry as spanish } from "../../shared/locales/es/entry.ts";
import { inLocale } from "../surface/locale.ts";

/** The words of one code and of a selection, in the language of the extension. */
export const entryWords = inLocale({ en: english, es: spanish });
