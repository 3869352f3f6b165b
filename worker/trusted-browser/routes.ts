import { Hono } from "hono";
import { renameDeviceBody } from "../../shared/contract/trusted-browser.ts";
import { browserToken, dropBrowser } from "../http/browser-carrier.ts";
import { fail } from "../http/fail.ts";
import { body } from "../http/validate.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { requireSession } from "../session/require-session.ts";
import { forgetAllBrowsers, forgetBrowser } from "./forget.ts";
import { listBrowsers } from "./list.ts";
import { renameBrowser } from "./rename.ts";

/**
 * `/v1/account/devices`, for the account's owner: the browsers that skip the second step. To forget one takes no
 * step-up: it only makes safer.
 */
export const trustedBrowserRoutes = new Hono<SignedInHouse>()
  .get("/", requireSession, async (c) => {
    const devices = await listBrowsers(c.var.world, c.var.session.account.id, browserToken(c));
    return c.json({ devices });
  })
  .patch("/:id", requireSession, body(renameDeviceBody), async (c) => {
    const wish = { id: c.req.param("id"), name: c.req.valid("json").name, token: browserToken(c) };
    const renamed = await renameBrowser(c.var.world, c.var.session.account.id, wish);
    return renamed.ok ? c.json(renamed.value) : fail(c, renamed);
  })
  .delete("/", requireSession, async (c) => {
    await forgetAllBrowsers(c.var.world, c.var.session.account.id);
    dropBrowser(c);
    return c.body(null, 204);
  })
  .delete("/:id", requireSession, async (c) => {
    const forgotten = await forgetBrowser(c.var.world, c.var.session.account.id, c.req.param("id"));
    return forgotten.ok ? c.body(null, 204) : fail(c, forgotten);
  });
