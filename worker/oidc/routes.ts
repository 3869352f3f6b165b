import { type Context, Hono } from "hono";
import { allowedApp, siteQuery } from "../../shared/contract/oidc.ts";
import { fail as failure } from "../../shared/outcome.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { dropSession } from "../http/session-carrier.ts";
import { body, query } from "../http/validate.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { requireSession, sessionOf } from "../session/require-session.ts";
import { isKept } from "../waiting/deletion/stop.ts";
import { listApps, removeApp } from "./apps.ts";
import { authorize } from "./authorize.ts";
import { allowApp } from "./consent/allow.ts";
import { corsOfSites } from "./cors.ts";
import { describeProvider } from "./describe.ts";
import { introspectToken } from "./family/introspect.ts";
import { revokeToken } from "./family/revoke.ts";
import { formOfClient, tokenOfClient } from "./form-of-client.ts";
import { giveTokens } from "./give-tokens.ts";
import { oauthFail, withoutToken } from "./oauth-fail.ts";
import { pushRequest } from "./pushed/push.ts";
import { readForm } from "./read-form.ts";
import { isConfidential } from "./rules.ts";
import { signOutForSite } from "./sign-out.ts";
import { siteOfClient, siteOfReturn } from "./site.ts";
import { readUserInfo } from "./user-info.ts";

/** What sites' software reads first, for anyone: where the rest is. */
export const providerRoutes = new Hono<House>()
  .get("/.well-known/openid-configuration", describe)
  .get("/.well-known/oauth-authorization-server", describe);

function describe(c: Context<House>): Response {
  c.header("Cache-Control", "public, max-age=300");
  return c.json(describeProvider(c.var.world.settings));
}

/** `/v1/oidc`, for anyone: the name of the site that somebody is about to sign in to. */
export const siteRoutes = new Hono<House>().get("/site", query(siteQuery), async (c) => {
  const asked = c.req.valid("query");
  const found =
    "client_id" in asked
      ? await siteOfClient(c.var.world, asked.client_id)
      : siteOfReturn(c.var.world, asked.return_to);
  return found.ok ? c.json(found.value) : fail(c, found);
});

/** `/v1/account/apps`, for the account's owner: the sites that they have signed in to, and what they let one know. */
export const appRoutes = new Hono<SignedInHouse>()
  .get("/", requireSession, async (c) => c.json({ apps: await listApps(c.var.world, c.var.session.account.id) }))
  .put("/:clientId", requireSession, body(allowedApp), async (c) => {
    const { scopes } = c.req.valid("json");
    const allowed = await allowApp(c.var.world, c.var.session.account.id, c.req.param("clientId"), scopes);
    return allowed.ok ? c.body(null, 204) : fail(c, allowed);
  })
  .delete("/:clientId", requireSession, async (c) => {
    const removed = await removeApp(c.var.world, c.var.session.account.id, c.req.param("clientId"));
    return removed.ok ? c.body(null, 204) : fail(c, removed);
  });

/**
 * `/oidc`: where browsers come from a site and go back to it, for anyone, and what the site's server asks by its secret or
 * by the tokens that it got. The addresses are those of the discovery document.
 */
export const oidcRoutes = new Hono<House>()
  .use("/token", corsOfSites)
  .use("/userinfo", corsOfSites)
  .use("/revoke", corsOfSites)
  .use("/par", corsOfSites)
  .get("/authorize", async (c) => {
    const leads = await authorize(c.var.world, await sessionOf(c), new URL(c.req.url).searchParams, isKept);
    return leads.ok ? c.redirect(leads.value) : refuse(c, leads.details);
  })
  .post("/authorize", asGet)
  .get("/sign-out", async (c) => {
    const out = await signOutForSite(c.var.world, await sessionOf(c), new URL(c.req.url).searchParams);
    if (!out.ok) return refuse(c, out.details);
    if (out.value.hasEnded) dropSession(c);
    return c.redirect(out.value.to);
  })
  .post("/sign-out", asGet)
  .post("/token", async (c) => {
    const sent = await formOfClient(c);
    return sent.ok ? giveTokens(c, sent.value) : oauthFail(c, sent.code, sent.details.why);
  })
  .post("/par", async (c) => {
    const sent = await formOfClient(c);
    if (!sent.ok) return oauthFail(c, sent.code, sent.details.why);
    const pushed = await pushRequest(c.var.world, sent.value.client, sent.value.form);
    return pushed.ok ? c.json(pushed.value, 201) : oauthFail(c, pushed.code, pushed.details.why);
  })
  .post("/revoke", async (c) => {
    const sent = await tokenOfClient(c);
    if (!sent.ok) return oauthFail(c, sent.code, sent.details.why);
    await revokeToken(c.var.world, sent.value.client, sent.value.token);
    return c.body(null, 200);
  })
  .post("/introspect", async (c) => {
    const sent = await tokenOfClient(c);
    if (!sent.ok) return oauthFail(c, sent.code, sent.details.why);
    if (!isConfidential(sent.value.client))
      return oauthFail(c, "invalid_client", "Only a client with a secret or a key may ask.");
    return c.json(await introspectToken(c.var.world, sent.value.client, sent.value.token));
  })
  .get("/userinfo", userInfo)
  .post("/userinfo", userInfo);

/**
 * Who an access token is of; it comes in the header, or in the form of a `POST` (RFC 6750 2.1, 2.2), and never in the
 * address, which is written down on the way.
 */
async function userInfo(c: Context<House>): Promise<Response> {
  const authorization = c.req.header("Authorization");
  const isForm = c.req.method === "POST" && c.req.header("Content-Type") !== undefined;
  const form = isForm ? await readForm(c) : null;
  const ofForm = form?.ok ? form.value.get("access_token") : null;
  if (new URL(c.req.url).searchParams.has("access_token")) {
    return oauthFail(c, "invalid_request", "access_token must not be in the address: send it in the header.");
  }
  if (authorization !== undefined && ofForm !== null) {
    return oauthFail(c, "invalid_request", "There is an access token in the header and the form.");
  }
  if (authorization === undefined && ofForm === null) return withoutToken(c);
  const token = authorization === undefined ? ofForm : /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (!/^[\w-]{1,128}$/.test(token ?? ""))
    return oauthFail(c, "invalid_token", "That is no access token of this service.");
  const info = await readUserInfo(c.var.world, token ?? "");
  return info ? c.json(info) : oauthFail(c, "invalid_token");
}

/** Another site's form comes without the cookie, which is Lax: sent on as a `GET`, it comes with it. */
async function asGet(c: Context<House>): Promise<Response> {
  const form = await readForm(c);
  if (!form.ok) return refuse(c, { path: "", message: form.details.why });
  const request = new URLSearchParams([...new URL(c.req.url).searchParams, ...form.value]);
  return c.redirect(`${new URL(c.req.url).pathname}?${request}`, 303);
}

/** Tells a person that the site's link is wrong; nothing is sent to an address that nobody registered. */
async function refuse(c: Context<House>, field: { path: string; message: string }): Promise<Response> {
  if (c.req.header("Accept")?.includes("text/html")) {
    const page = await c.env.ASSETS.fetch(new Request(new URL("/unknown-site", c.req.url)));
    if (page.ok) return new Response(page.body, { status: 400, headers: page.headers });
  }
  return fail(c, failure("invalid_request", { fields: [field] }));
}
