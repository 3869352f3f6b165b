import { clipboard as english } from "../../shared/locales/en/clipboard.ts";
import { clipboard as spanish } from "../../shared/locales/es/clipboard.ts";
import { inLocale } from "../surface/locale.ts";

/** The words about the clipboard, in the extension's language. */
export const clipboardWords = inLocale({ en: english, es: spanish });
