import { surface as english } from "../../shared/locales/en/surface.ts";
import { surface as spanish } from "../../shared/locales/es/surface.ts";
import { inLocale } from "../surface/locale.ts";

/** The words about where the screens are shown, in the extension's language. */
export const surfaceWords = inLocale({ en: english, es: spanish });
