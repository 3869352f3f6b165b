import type { Context } from "hono";
import type { House } from "./house.ts";

/** The administrator's key of a request: in a header of its own where `Authorization` carries a session. */
export function visitorKey(c: Context<House>): string | undefined {
  const own = c.req.header("Latchkey-Key");
  const key = own ?? /^Bearer (.+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];
  return key !== undefined && /^[\w-]{1,128}$/.test(key) ? key : undefined;
}
