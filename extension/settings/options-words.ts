import { options as english } from "../../shared/locales/en/options.ts";
import { options as spanish } from "../../shared/locales/es/options.ts";
import { locale } from "../surface/words.ts";

/** The words of the options, in the language of the extension. */
export const optionWords = locale === "es" ? spanish : english;
