import { exporting as english } from "../../shared/locales/en/exporting.ts";
import { exporting as spanish } from "../../shared/locales/es/exporting.ts";
import { locale } from "../surface/words.ts";

/** The words of the export, in the language of the extension. */
export const exportWords = locale === "es" ? spanish : english;
