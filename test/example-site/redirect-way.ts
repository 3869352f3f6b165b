import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { readTransfer, send, type Transfer } from "./bank.ts";
import { createOidc, type Journey, type Person } from "./oidc.ts";
import { whatIsMissing } from "./proof.ts";
import { passbookPage, strangerPage } from "./redirect-pages.ts";

/** What we keep of a browser. Its cookie is a random name for it, and says nothing by itself. */
interface Visit {
  person?: Person;
  /** On the way to Latchkey and back, and what is to be done on return. */
  away?: { journey: Journey; transfer?: Transfer };
}

const cookieName = "harbour";

/**
 * Signing in with nothing of Latchkey in our pages, not even a script. For a transfer people go to Latchkey and back with
 * `max_age=0`, which asks for a proof that is made now; it is done when the same person returns with it.
 */
export function redirectRoutes({ origin, service }: { origin: string; service: string }) {
  const oidc = createOidc({ service, callback: `${origin}/redirect/callback` });
  const visits = new Map<string, Visit>();
  const visitOf = (c: Context): Visit | undefined => visits.get(getCookie(c, cookieName) ?? "");
  const begin = (c: Context): Visit => {
    const name = crypto.randomUUID();
    const visit: Visit = {};
    visits.set(name, visit);
    setCookie(c, cookieName, name, { httpOnly: true, sameSite: "Lax", path: "/redirect" });
    return visit;
  };

  return new Hono()
    .use(csrf())
    .get("/", (c) => {
      const person = visitOf(c)?.person;
      return c.html(person ? passbookPage(person, c.req.query("done")) : strangerPage());
    })
    .get("/sign-in", async (c) => {
      const { address, journey } = await oidc.leave();
      const visit = visitOf(c) ?? begin(c);
      visit.away = { journey };
      return c.redirect(address);
    })
    .post("/transfers", async (c) => {
      const visit = visitOf(c);
      const transfer = readTransfer(await c.req.parseBody());
      if (!visit?.person || !transfer) return c.redirect("/redirect");
      const { address, journey } = await oidc.leave(0);
      visit.away = { journey, transfer };
      return c.redirect(address);
    })
    .get("/callback", async (c) => {
      const visit = visitOf(c);
      const away = visit?.away;
      if (!visit || !away) return c.redirect("/redirect");
      visit.away = undefined;
      const before = visit.person;
      const person = await oidc.arrive(new URL(c.req.url).search, away.journey);
      if (!person) return c.redirect("/redirect?done=left");
      visit.person = person;
      if (!away.transfer) return c.redirect("/redirect");
      if (person.id !== before?.id) return c.redirect("/redirect?done=left");
      const missing = whatIsMissing(person, Date.now());
      if (missing) return c.redirect(`/redirect?done=${missing}`);
      return c.redirect(`/redirect?done=${send(person.id, away.transfer) ? "sent" : "too_little"}`);
    })
    .post("/sign-out", (c) => {
      visits.delete(getCookie(c, cookieName) ?? "");
      deleteCookie(c, cookieName, { path: "/redirect" });
      return c.redirect("/redirect");
    });
}
