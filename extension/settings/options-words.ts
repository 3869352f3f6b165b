import { options as english } from "../../shared/locales/en/options.ts";
import { options as spanish } from "../../shared/locales/es/options.ts";
import { inLocale } from "../surface/locale.ts";

/** The words of the options, in the language of the extension. */
export const optionWords = inLocale({ en: english, es: spanish });
