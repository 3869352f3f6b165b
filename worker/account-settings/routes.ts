import { Hono } from "hono";
import { type OwnAccount, profileBody } from "../../shared/contract/account.ts";
import { emptyBody } from "../../shared/contract/empty-body.ts";
import { readAccount } from "../account/read.ts";
import { dropSession } from "../http/session-carrier.ts";
import { body } from "../http/validate.ts";
import { publicSettingsOf } from "../public-settings/read.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { requireSession } from "../session/require-session.ts";
import { requireElevation } from "../step-up/require-step-up.ts";
import { beginDeletion } from "./deletion/begin.ts";
import { exportAccount } from "./export.ts";
import { setProfile } from "./set-profile.ts";

/** `/v1/account`, for its owner. */
export const accountRoutes = new Hono<SignedInHouse>()
  .get("/", requireSession, async (c) => {
    const { world, session } = c.var;
    const answer: OwnAccount = {
      ...(await readAccount(world, session.account.id)),
      settings: publicSettingsOf(world.settings),
    };
    return c.json(answer);
  })
  .patch("/", requireSession, body(profileBody), async (c) =>
    c.json(await setProfile(c.var.world, c.var.session.account.id, c.req.valid("json"))),
  )
  .get("/export", requireSession, requireElevation, async (c) =>
    c.json(await exportAccount(c.var.world, c.var.session)),
  )
  .delete("/", requireSession, requireElevation, body(emptyBody), async (c) => {
    await beginDeletion(c.var.world, c.var.session.account);
    dropSession(c);
    return c.body(null, 204);
  });
