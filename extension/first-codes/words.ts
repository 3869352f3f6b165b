import { firstCodes as english } from "../../shared/locales/en/first-codes.ts";
import { firstCodes as spanish } from "../../shared/locales/es/first-codes.ts";
import { inLocale } from "../surface/locale.ts";

/** The words around the first codes, in the language of the extension. */
export const firstWords = inLocale({ en: english, es: spanish });
