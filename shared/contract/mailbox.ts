import * as v from "valibot";
import { timestamp } from "./timestamp.ts";

/** A mail as the local mailbox shows it. */
export const mailboxEntry = v.object({
  id: v.string(),
  to: v.string(),
  subject: v.string(),
  text: v.string(),
  html: v.string(),
  headers: v.record(v.string(), v.string()),
  at: timestamp,
});
export type MailboxEntry = v.InferOutput<typeof mailboxEntry>;

/** The mails of the last hour, the newest first. */
export const mailbox = v.array(mailboxEntry);
