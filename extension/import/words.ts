import { importing as english } from "../../shared/locales/en/importing.ts";
import { importing as spanish } from "../../shared/locales/es/importing.ts";
import { locale } from "../surface/words.ts";

/** The words of the import, in the language of the extension. */
export const importWords = locale === "es" ? spanish : english;
