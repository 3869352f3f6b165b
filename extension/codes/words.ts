import { codes as english } from "../../shared/locales/en/codes.ts";
import { codes as spanish } from "../../shared/locales/es/codes.ts";
import { locale } from "../surface/words.ts";

/** The words of bringing, keeping and finding accounts, in the language of the extension. */
export const codesWords = locale === "es" ? spanish : english;
