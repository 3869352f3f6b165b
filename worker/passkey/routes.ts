import { Hono } from "hono";
import { emptyBody } from "../../shared/contract/empty-body.ts";
import { registerPasskeyBody, renamePasskeyBody } from "../../shared/contract/passkey.ts";
import { methodsIn } from "../../shared/locales/methods.ts";
import { readAccount } from "../account/read.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { body } from "../http/validate.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { requireSession } from "../session/require-session.ts";
import { requireFreshProof } from "../step-up/require-step-up.ts";
import { addPasskey } from "../two-factor/add-passkey.ts";
import { listPasskeys } from "../two-factor/list-passkeys.ts";
import { askRegistration } from "./ask-registration.ts";
import { relatedOrigins } from "./relying-party.ts";
import { renamePasskey } from "./rename.ts";

/** `/v1/account/passkeys`, for the account's owner: see, add and rename passkeys. */
export const passkeyRoutes = new Hono<SignedInHouse>()
  .get("/", requireSession, async (c) => c.json(await listPasskeys(c.var.world, c.var.session.account.id)))
  .post("/options", requireSession, requireFreshProof.always, body(emptyBody), async (c) => {
    const asked = await askRegistration(c.var.world, c.var.session);
    return asked.ok ? c.json(asked.value) : fail(c, asked);
  })
  .post("/", requireSession, requireFreshProof.always, body(registerPasskeyBody), async (c) => {
    const { world, session } = c.var;
    const unnamed = methodsIn[world.locale].passkey;
    const added = await addPasskey(world, session, { ...c.req.valid("json"), unnamed });
    return added.ok ? c.json(added.value, 201) : fail(c, added);
  })
  .patch("/:id", requireSession, body(renamePasskeyBody), async (c) => {
    const { world, session } = c.var;
    const renamed = await renamePasskey(world, session.account.id, c.req.param("id"), c.req.valid("json").name);
    return renamed.ok ? c.json(await readAccount(world, session.account.id)) : fail(c, renamed);
  });

/** `/.well-known/webauthn`, for browsers: the other sites that may use the passkeys of this one. */
export const relatedOriginRoutes = new Hono<House>().get("/", (c) => c.json(relatedOrigins(c.var.world.settings)));
