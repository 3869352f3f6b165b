import { scan as english } from "../../shared/locales/en/scan.ts";
import { scan as spanish } from "../../shared/locales/es/scan.ts";
import { locale } from "../surface/words.ts";

/** The words of scanning, in the extension's language. */
export const scanWords = locale === "es" ? spanish : english;
