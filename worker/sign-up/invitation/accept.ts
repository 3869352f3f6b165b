import type { ProblemDetails } from "../../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { recordEvent } from "../../activity/record.ts";
import { openLink } from "../../crypto/signed-link.ts";
import { checkPassword } from "../../password/check.ts";
import { hashPassword } from "../../password/hash.ts";
import { passwordIsStill, setFirstPassword } from "../../password/store.ts";
import { day } from "../../time.ts";
import type { World } from "../../world.ts";
import { deleteInvitation, findInvited, invitationIs } from "./store.ts";

/**
 * Accepts an invitation by the link of its mail: the account gets its first password. It signs nobody in (promise S2);
 * the person does that next. Of two who accept at once one succeeds. `link_expired`: accepted already, replaced,
 * too old, or not ours.
 */
export async function acceptInvitation(
  world: World,
  { link, newPassword }: { link: string; newPassword: string },
): Promise<Outcome<void, "link_expired" | "password_rejected", ProblemDetails>> {
  const lifetimeMs = world.settings.invitationDays * day;
  const opened = await openLink(world.settings.macKey, "invitation", link, { now: world.now, lifetimeMs });
  if (!opened) return fail("link_expired");
  const { accountId, subject: id } = opened;
  const isOpen = invitationIs(accountId, id, world.now);
  const invited = await findInvited(world.db, accountId, isOpen);
  if (!invited) return fail("link_expired");
  const { reasons } = await checkPassword(world, newPassword, { email: invited.email });
  if (reasons.length > 0) return fail("password_rejected", { reasons });

  const hash = hashPassword(newPassword, world.random);
  const isSet = passwordIsStill(accountId, hash);
  const [set] = await world.db.batch([
    setFirstPassword(world, accountId, hash, isOpen),
    recordEvent(world, accountId, { type: "invitation_accepted" }, isSet),
    deleteInvitation(world.db, accountId, id, isSet),
  ]);
  return set?.results.length === 1 ? ok(undefined) : fail("link_expired");
}
