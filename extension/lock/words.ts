import { forgotten as englishForgotten } from "../../shared/locales/en/forgotten.ts";
import { lock as english } from "../../shared/locales/en/lock.ts";
import { forgotten as spanishForgotten } from "../../shared/locales/es/forgotten.ts";
import { lock as spanish } from "../../shared/locales/es/lock.ts";
import { inLocale } from "../surface/locale.ts";

/** The words of the lock, in the language of the extension. */
export const words = inLocale({ en: english, es: spanish });

/** Why something of the lock was not done, as there are words for it. */
export type LockProblem = keyof typeof words.problems;

/** The words about a forgotten passphrase, in the language of the extension. */
export const forgottenWords = inLocale({ en: englishForgotten, es: spanishForgotten });
