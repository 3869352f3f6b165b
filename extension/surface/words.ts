import { extension as english } from "../../shared/locales/en/extension.ts";
import { extension as spanish } from "../../shared/locales/es/extension.ts";
import { inLocale, locale } from "./locale.ts";

export { locale };

/** The words of the extension in its language. */
export const words = inLocale({ en: english, es: spanish });
