import { clock as english } from "../../shared/locales/en/clock.ts";
import { clock as spanish } from "../../shared/locales/es/clock.ts";
import { locale } from "../surface/words.ts";

/** The words about the clock, in the extension's language. */
export const clockWords = locale === "es" ? spanish : english;
