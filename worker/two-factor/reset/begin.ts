import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { randomId } from "../../crypto/random.ts";
import { signLink } from "../../crypto/signed-link.ts";
import { both, type Guard, not } from "../../guard.ts";
import { momentInWords } from "../../mail/facts.ts";
import { type Owner, tellOwner } from "../../mail/tell-owner.ts";
import { hour } from "../../time.ts";
import { insertReset, resetIs } from "../../waiting/two-factor-reset/store.ts";
import type { World } from "../../world.ts";
import { noMethodLeft } from "../remove.ts";

/** A reset that waits once `statements` were run; `isBegun` holds where it was this one that began. */
export interface ResetToBegin {
  readyAt: number;
  statements: D1PreparedStatement[];
  isBegun: Guard;
}

/**
 * Lets two-factor of an account be turned off after the wait of the settings, unless that waits already or it is off.
 * The person is mailed in the same batch, with the link that stops it.
 */
export async function twoFactorResetToBegin(world: World, owner: Owner, operator: string): Promise<ResetToBegin> {
  const id = randomId(world.random);
  const readyAt = world.now + world.settings.twoFactorResetHours * hour;
  const link = await signLink(world.settings.macKey, "stop-two-factor-reset", {
    accountId: owner.id,
    madeAt: world.now,
    subject: id,
  });
  const news = {
    kind: "two_factor_reset_begun",
    about: momentInWords(readyAt, owner.locale),
    operator,
    wayOut: { kind: "stopTwoFactorReset", link: `${world.settings.origin}/stop-two-factor-reset?link=${link}` },
  } as const;
  const row = { accountId: owner.id, id, operator, now: world.now, readyAt };
  const isBegun = resetIs(owner.id, id);
  return {
    readyAt,
    isBegun,
    statements: [
      insertReset(world.db, row, not(noMethodLeft(owner.id))),
      await tellOwner(world, owner, news, both(isBegun, not(noMethodLeft(owner.id)))),
    ],
  };
}
