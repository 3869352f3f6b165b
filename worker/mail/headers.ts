import type { Mail } from "./mail.ts";

/**
 * Headers of each mail: no automatic answer is wanted (RFC 3834 section 5), and no two mails are one conversation, so
 * that mail programs never fold a code under an older one. The same at each try of the same mail.
 */
export function mailHeaders({ id }: Pick<Mail, "id">): Record<string, string> {
  return { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "X-Entity-Ref-ID": id };
}
