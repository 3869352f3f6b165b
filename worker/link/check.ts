import type { LinkCheck, MailedLinkPurpose } from "../../shared/contract/link.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { CheckedLink } from "../crypto/checked-link.ts";
import { hashToken } from "../crypto/token.ts";
import type { World } from "../world.ts";
import { addressWhile, findLiving } from "./store.ts";

/** A kind of link that is signed, with who looks at it. */
export type SignedLinkKind = [MailedLinkPurpose, (world: World, link: string) => Promise<CheckedLink | null>];

/** What the link of a mail is for and until when, asked before it is used; it uses nothing up. */
export async function checkLink(
  world: World,
  link: string,
  signedLinks: readonly SignedLinkKind[],
): Promise<Outcome<LinkCheck, "link_expired">> {
  // The dots part a signed link; one of 256 random bits has none.
  if (!link.includes(".")) {
    const kept = await findLiving(world.db, await hashToken(link), world.now);
    return kept ? linkOf(kept.purpose, kept.expires_at, kept.email) : fail("link_expired");
  }
  for (const [purpose, look] of signedLinks) {
    const checked = await look(world, link);
    if (!checked) continue;
    const owner = await addressWhile(world.db, checked.accountId, checked.lives);
    return owner ? linkOf(purpose, checked.expiresAt, owner.email) : fail("link_expired");
  }
  return fail("link_expired");
}

/** The links by which a password is set: whose it is, a password manager has to know. */
const setsPassword: readonly MailedLinkPurpose[] = ["reset", "invitation"];

function linkOf(
  purpose: MailedLinkPurpose,
  expiresAt: number,
  email: string | null,
): Outcome<LinkCheck, "link_expired"> {
  const owner = email !== null && setsPassword.includes(purpose) ? { email } : {};
  return ok({ purpose, expiresAt: new Date(expiresAt).toISOString(), ...owner });
}
