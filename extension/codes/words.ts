import { codes as english } from "../../shared/locales/en/codes.ts";
import { codes as spanish } from "../../shared/locales/es/codes.ts";
import { inLocale } from "../surface/locale.ts";

/** The words of bringing, keeping and finding accounts, in the language of the extension. */
export const codesWords = inLocale({ en: english, es: spanish });
