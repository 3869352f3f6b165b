import { surface as english } from "../../shared/locales/en/surface.ts";
import { surface as spanish } from "../../shared/locales/es/surface.ts";
import { locale } from "../surface/words.ts";

/** The words about where the screens are shown, in the extension's language. */
export const surfaceWords = locale === "es" ? spanish : english;
