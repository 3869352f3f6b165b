import { Hono } from "hono";
import { accountOf, readTransfer, send } from "./bank.ts";
import { createTokenCheck, type Visitor } from "./check-token.ts";
import { whatIsMissing } from "./proof.ts";

/** What our own pages ask our own server, with a token from Latchkey to say who they ask for. */
export function apiRoutes(service: string) {
  const visitorOf = createTokenCheck(service);
  return new Hono<{ Variables: { visitor: Visitor } }>()
    .use(async (c, next) => {
      const visitor = await visitorOf(c.req.raw);
      if (!visitor) return c.json({ why: "not_signed_in" }, 401);
      c.set("visitor", visitor);
      await next();
    })
    .get("/account", ({ var: { visitor }, json }) => {
      return json({ ...accountOf(visitor.id), missing: whatIsMissing(visitor, Date.now()) });
    })
    .post("/transfers", async (c) => {
      const { visitor } = c.var;
      // The page has asked for a fresh code before it came here. A page can be made to forget; this line cannot.
      const missing = whatIsMissing(visitor, Date.now());
      if (missing) return c.json({ why: missing }, 403);
      const transfer = readTransfer(await c.req.json());
      if (!transfer) return c.json({ why: "no_transfer" }, 400);
      if (!send(visitor.id, transfer)) return c.json({ why: "too_little" }, 409);
      return c.json(accountOf(visitor.id), 201);
    });
}
