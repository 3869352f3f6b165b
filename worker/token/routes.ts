import { Hono } from "hono";
import { type TokenAnswer, tokenBody } from "../../shared/contract/token.ts";
import { fail } from "../http/fail.ts";
import { body } from "../http/validate.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { requireSession } from "../session/require-session.ts";
import { issueToken } from "./issue.ts";

/** `/v1/token`, for whoever is signed in: a token by which another server knows who they are. */
export const tokenRoutes = new Hono<SignedInHouse>().post("/", requireSession, body(tokenBody), async (c) => {
  const { aud } = c.req.valid("json");
  const issued = await issueToken(c.var.world, c.var.session, { aud, origin: c.req.header("Origin") });
  if (!issued.ok) return fail(c, issued);
  const { token, expiresAt } = issued.value;
  const answer: TokenAnswer = { token, expiresAt: new Date(expiresAt).toISOString() };
  return c.json(answer);
});
