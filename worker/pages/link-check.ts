import type { MailedLinkPurpose } from "../../shared/contract/link.ts";
import { client } from "./page-client.ts";

/** A link that does what its page is for; `email` is whose password it sets, as far as that is known, and else empty. */
export interface LivingLink {
  email: string;
}

/**
 * The link of a mail, asked of the service before the person is; it uses nothing up. Null where it does not do (any longer)
 * what this page is for. Where no answer comes, the link is taken for a living one: using it will tell.
 */
export async function findLivingLink(link: string, purpose: MailedLinkPurpose): Promise<LivingLink | null> {
  if (link === "") return null;
  const checked = await client.links.check({ link });
  if (checked.ok) return checked.value.purpose === purpose ? { email: checked.value.email ?? "" } : null;
  return checked.code === "link_expired" || checked.code === "invalid_request" ? null : { email: "" };
}
