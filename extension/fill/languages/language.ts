/**
 * The words of fields in one language or several, as alternatives of a regular expression over texts that `plain` has made:
 * small letters, no accents, single spaces. Accents may be written; they are taken off.
 */
export interface FieldLanguage {
  /** Names an authenticator: its code is never sent. */
  app?: string;
  /** Says by itself that the code of an authenticator, or one that is used once, is meant. */
  sure: string;
  /** Says that some code is meant, not which. */
  code: string;
  /** In a field's own words: a recovery code. */
  recovery: string;
  /** In a field's own words: another kind of code or number, or no code at all. */
  other: string;
  /** In the words of a field for a code: the code comes by a message. */
  message: string;
  /** In the text around: a message has been sent. An offer to send one says nothing yet. */
  sent: string;
}
