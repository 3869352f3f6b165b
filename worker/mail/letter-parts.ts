import type { Locale } from "../../shared/contract/account.ts";

/** A page that a letter leads to. */
export interface LetterButton {
  label: string;
  href: string;
}

/** One of several things that a letter tells. */
export interface LetterItem {
  title: string;
  sentence: string;
  /** Who, from where and when. */
  note: string;
}

/** What a letter says, in the order in which it says it. Whatever is put into it is escaped. */
export interface LetterParts {
  subject: string;
  /** What it is about, in one line. */
  heading: string;
  lead?: string;
  /** What else it tells, where it is several things. */
  items?: readonly LetterItem[];
  /** A code to enter, which stands alone. */
  code?: string;
  /** What the reader is asked to do, on a page of ours. */
  button?: LetterButton;
  /** How long the code or the page works. */
  expiry?: string;
  /** Who asked, from where and when, each with its name. */
  facts: readonly (readonly [name: string, value: string])[];
  /** What to do if it wasn't the reader. */
  ifNotYou?: string;
  /** A page for that. */
  wayOut?: LetterButton;
  /** Why it was sent; a line each. */
  reason: readonly string[];
}

/** Where a letter comes from, and in which language. */
export interface LetterSetting {
  locale: Locale;
  /** The service's own origin, which has the logo. */
  origin: string;
}
