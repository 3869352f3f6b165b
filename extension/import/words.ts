import { importing as english } from "../../shared/locales/en/importing.ts";
import { importing as spanish } from "../../shared/locales/es/importing.ts";
import { inLocale } from "../surface/locale.ts";

/** The words of the import, in the language of the extension. */
export const importWords = inLocale({ en: english, es: spanish });
