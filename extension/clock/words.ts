import { clock as english } from "../../shared/locales/en/clock.ts";
import { clock as spanish } from "../../shared/locales/es/clock.ts";
import { inLocale } from "../surface/locale.ts";

/** The words about the clock, in the extension's language. */
export const clockWords = inLocale({ en: english, es: spanish });
