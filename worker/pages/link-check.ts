import type { MailedLinkPurpose } from "../../shared/contract/link.ts";
import { client } from "./page-client.ts";

/**
 * Whether the link of a mail still does what this page is for, asked of the service before the person is; it uses nothing
 * up. Where no answer comes, the link is taken for a living one: using it will tell.
 */
export async function linkLives(link: string, purpose: MailedLinkPurpose): Promise<boolean> {
  if (link === "") return false;
  const checked = await client.links.check({ link });
  if (checked.ok) return checked.value.purpose === purpose;
  return checked.code !== "link_expired" && checked.code !== "invalid_request";
}
