import { clipboard as english } from "../../shared/locales/en/clipboard.ts";
import { clipboard as spanish } from "../../shared/locales/es/clipboard.ts";
import { locale } from "../surface/words.ts";

/** The words about the clipboard, in the extension's language. */
export const clipboardWords = locale === "es" ? spanish : english;
