import { bin as english } from "../../shared/locales/en/bin.ts";
import { bin as spanish } from "../../shared/locales/es/bin.ts";
import { locale } from "../surface/words.ts";

/** The words of the bin, in the language of the extension. */
export const words = locale === "es" ? spanish : english;
