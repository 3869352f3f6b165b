import { exporting as english } from "../../shared/locales/en/exporting.ts";
import { exporting as spanish } from "../../shared/locales/es/exporting.ts";
import { inLocale } from "../surface/locale.ts";

/** The words of the export, in the language of the extension. */
export const exportWords = inLocale({ en: english, es: spanish });
