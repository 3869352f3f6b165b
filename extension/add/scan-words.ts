import { scan as english } from "../../shared/locales/en/scan.ts";
import { scan as spanish } from "../../shared/locales/es/scan.ts";
import { inLocale } from "../surface/locale.ts";

/** The words of scanning, in the extension's language. */
export const scanWords = inLocale({ en: english, es: spanish });
