import * as v from "valibot";
import { signedLink } from "./signed-link.ts";
import { timestamp } from "./timestamp.ts";

/** What the links of our mails are for, each the address of a page: `/reset?link=`, `/unlock?link=`, `/not-me?link=`. */
export const linkPurposes = [
  "reset",
  "unlock",
  "not_me",
  "undo_email",
  "stop_reset",
  "invitation",
  "stop_two_factor_reset",
] as const;
export type MailedLinkPurpose = (typeof linkPurposes)[number];

export const checkLinkBody = v.object({ link: signedLink });

/** A link that still does what it is for, and until when. `email`: whose password it sets, for links that set one. */
export const linkCheck = v.object({
  purpose: v.picklist(linkPurposes),
  expiresAt: timestamp,
  email: v.optional(v.string()),
});
export type LinkCheck = v.InferOutput<typeof linkCheck>;
