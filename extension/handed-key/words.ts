import { handedKey as english } from "../../shared/locales/en/handed-key.ts";
import { handedKey as spanish } from "../../shared/locales/es/handed-key.ts";
import { inLocale } from "../surface/locale.ts";

/** The words of keeping a page's key, in the language of the extension. */
export const handedKeyWords = inLocale({ en: english, es: spanish });
