import type { Context } from "hono";
import type { House } from "../http/house.ts";
import { sessionToken } from "../http/session-carrier.ts";
import { visitorKey } from "../http/visitor-key.ts";
import { authenticateClient } from "../oidc/authenticate-client.ts";
import { keyHasScope } from "../operator/identify.ts";
import { keyPrefix } from "../operator/rules.ts";
import { findSessionByToken } from "../session/find.ts";

/** Something that a request says it can prove: by a session, an administrator's key, or a client's secret or assertion. */
export interface ClaimedProof {
  /** What it is proved with; a secret, never logged or kept. */
  secret: string;
  /** Whether it is true, at the cost of a query. */
  isTrue: () => Promise<boolean>;
}

/** What a request says it can prove; null where it is a stranger's by its own account. */
export async function claimedProof(c: Context<House>): Promise<ClaimedProof | null> {
  const { world } = c.var;
  const key = visitorKey(c);
  if (key?.startsWith(keyPrefix)) return { secret: key, isTrue: () => keyHasScope(world, key) };
  if (["/oidc/token", "/oidc/revoke", "/oidc/introspect", "/oidc/par"].includes(c.req.path)) return claimedClient(c);
  const token = sessionToken(c);
  if (token === undefined) return null;
  return { secret: token, isTrue: async () => (await findSessionByToken(world, token)) !== null };
}

/** RFC 6749 2.3.1, RFC 7523 2.2: in the header, or in the form. */
async function claimedClient(c: Context<House>): Promise<ClaimedProof | null> {
  const authorization = c.req.header("Authorization");
  const isForm = c.req.header("Content-Type")?.startsWith("application/x-www-form-urlencoded") ?? false;
  const form = new URLSearchParams(isForm ? await c.req.text() : "");
  const secret = authorization ?? form.get("client_secret") ?? form.get("client_assertion");
  if (secret === null || secret === undefined) return null;
  return {
    secret: `${form.get("client_id") ?? ""} ${secret}`,
    // An assertion is good for once, and the request itself has to use it.
    isTrue: async () =>
      (await authenticateClient(c.var.world, { form, authorization, path: c.req.path }, { usesUp: false })).ok,
  };
}
