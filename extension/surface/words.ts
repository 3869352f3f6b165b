import { extension as english } from "../../shared/locales/en/extension.ts";
import { extension as spanish } from "../../shared/locales/es/extension.ts";
import { locale } from "./locale.ts";

export { locale };

/** The words of the extension in its language. */
export const words = locale === "es" ? spanish : english;
