/** What a mail says: the same in text and in HTML. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** A letter on its way. `id` is the same at each try of the same letter, so that no try can send it twice. */
export interface Mail extends Letter {
  id: string;
  to: string;
  /** The account that it invites, by an invitation of the same id. */
  invited?: string;
}
