import { type CheckedLink, checkSignedLink } from "../../crypto/checked-link.ts";
import type { World } from "../../world.ts";
import { invitationIs } from "./store.ts";

/** Looks at a link as that of an invitation. */
export function checkInvitationLink(world: World, link: string): Promise<CheckedLink | null> {
  return checkSignedLink(world, link, {
    purpose: "invitation",
    days: world.settings.invitationDays,
    lives: ({ accountId, subject }) => invitationIs(accountId, subject, world.now),
  });
}
