import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { resendAfterSeconds } from "../../../shared/contract/limits.ts";
import type { Outcome } from "../../../shared/outcome.ts";
import { randomId } from "../../crypto/random.ts";
import { signLink } from "../../crypto/signed-link.ts";
import { always, type Guard } from "../../guard.ts";
import { sendMail } from "../../mail/send.ts";
import type { Owner } from "../../mail/tell-owner.ts";
import { hasNoPassword } from "../../password/store.ts";
import { day, second } from "../../time.ts";
import type { World } from "../../world.ts";
import { invitationLetter } from "./letter.ts";
import { deleteInvitation, insertInvitation, invitationExists } from "./store.ts";

/** An invitation that is kept once `statement` was run and answered a row, and whose mail is then to be sent. */
export interface InvitationToSend {
  expiresAt: number;
  statement: D1PreparedStatement;
  isKept: Guard;
  /** Sends the mail; where that fails the invitation is taken back, so that another can follow at once. */
  send: () => Promise<Outcome<void, "mail_not_sent">>;
}

/**
 * Invites somebody who has no password yet to choose one. The link goes out by mail alone: the person who asked never sees it.
 * A new invitation voids the one before; none follows another within half a minute (promise G4).
 */
export async function invitationToSend(world: World, invited: Owner): Promise<InvitationToSend> {
  const id = randomId(world.random);
  const expiresAt = world.now + world.settings.invitationDays * day;
  const notSince = world.now - resendAfterSeconds * second;
  const row = { accountId: invited.id, id, now: world.now, expiresAt, notSince };
  return {
    expiresAt,
    statement: insertInvitation(world.db, row, hasNoPassword(invited.id)),
    isKept: invitationExists(invited.id, id),
    async send() {
      const content = { accountId: invited.id, madeAt: world.now, subject: id };
      const link = await signLink(world.settings.macKey, "invitation", content);
      const address = `${world.settings.origin}/accept-invitation?link=${link}`;
      const sent = await sendMail(world, {
        id,
        to: invited.email,
        invited: invited.id,
        ...invitationLetter(world, { locale: invited.locale, link: address, until: expiresAt }),
      });
      if (!sent.ok) await deleteInvitation(world.db, invited.id, id, always).run();
      return sent;
    },
  };
}
