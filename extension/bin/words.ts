import { bin as english } from "../../shared/locales/en/bin.ts";
import { bin as spanish } from "../../shared/locales/es/bin.ts";
import { inLocale } from "../surface/locale.ts";

/** The words of the bin, in the language of the extension. */
export const words = inLocale({ en: english, es: spanish });
