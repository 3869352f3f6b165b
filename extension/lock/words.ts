import { forgotten as englishForgotten } from "../../shared/locales/en/forgotten.ts";
import { lock as english } from "../../shared/locales/en/lock.ts";
import { forgotten as spanishForgotten } from "../../shared/locales/es/forgotten.ts";
import { lock as spanish } from "../../shared/locales/es/lock.ts";
import { locale } from "../surface/words.ts";

/** The words of the lock, in the language of the extension. */
export const words = locale === "es" ? spanish : english;

/** Why something of the lock was not done, as there are words for it. */
export type LockProblem = keyof typeof words.problems;

/** The words about a forgotten passphrase, in the language of the extension. */
export const forgottenWords = locale === "es" ? spanishForgotten : englishForgotten;
