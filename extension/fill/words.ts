import { fill as english } from "../../shared/locales/en/fill.ts";
import { fill as spanish } from "../../shared/locales/es/fill.ts";
import { locale } from "../popup/words.ts";

/** The words of filling, in the extension's language. */
export const fillWords = locale === "es" ? spanish : english;
