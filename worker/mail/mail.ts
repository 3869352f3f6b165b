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

/**
 * Headers of each mail: no automatic answer is wanted (RFC 3834 section 5), and no two mails are one conversation, so
 * that mail programs never fold a code under an older one. The same at each try of the same mail.
 */
export function mailHeaders({ id }: Pick<Mail, "id">): Record<string, string> {
  return { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "X-Entity-Ref-ID": id };
}
