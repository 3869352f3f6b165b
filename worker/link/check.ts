import type { LinkCheck, MailedLinkPurpose } from "../../shared/contract/link.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { checkUndoLink } from "../account/email/undo-link.ts";
import { checkInvitationLink } from "../account/invitation/link.ts";
import { checkNotMeLink } from "../account/not-me-link.ts";
import { checkTwoFactorStopLink } from "../account/two-factor-reset/stop-link.ts";
import type { CheckedLink } from "../crypto/checked-link.ts";
import { hashToken } from "../crypto/token.ts";
import { checkStopLink } from "../password-reset/stop-link.ts";
import type { World } from "../world.ts";
import { findLiving, holds } from "./store.ts";

/** Every kind of link that is signed, with who looks at it. */
const signedLinks: [MailedLinkPurpose, (world: World, link: string) => Promise<CheckedLink | null>][] = [
  ["not_me", checkNotMeLink],
  ["undo_email", checkUndoLink],
  ["stop_reset", checkStopLink],
  ["invitation", checkInvitationLink],
  ["stop_two_factor_reset", checkTwoFactorStopLink],
];

/** What the link of a mail is for and until when, asked before it is used; it uses nothing up. */
export async function checkLink(world: World, link: string): Promise<Outcome<LinkCheck, "link_expired">> {
  // The dots part a signed link; one of 256 random bits has none.
  if (!link.includes(".")) {
    const kept = await findLiving(world.db, await hashToken(link), world.now);
    return kept ? linkOf(kept.purpose, kept.expires_at) : fail("link_expired");
  }
  for (const [purpose, look] of signedLinks) {
    const checked = await look(world, link);
    if (checked)
      return (await holds(world.db, checked.lives)) ? linkOf(purpose, checked.expiresAt) : fail("link_expired");
  }
  return fail("link_expired");
}

function linkOf(purpose: MailedLinkPurpose, expiresAt: number): Outcome<LinkCheck, "link_expired"> {
  return ok({ purpose, expiresAt: new Date(expiresAt).toISOString() });
}
