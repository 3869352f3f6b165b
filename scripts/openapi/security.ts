import type { Caller } from "../../shared/contract/operations/caller.ts";

/** How a caller says who they are. */
export const securitySchemes = {
  bearer: {
    type: "http",
    scheme: "bearer",
    description:
      "The session's token, from the answer that began the session: it is in there when the request had `Latchkey-Session: bearer`.",
  },
  cookie: {
    type: "apiKey",
    in: "cookie",
    name: "__Host-latchkey",
    description:
      "The session's cookie, which a browser keeps and sends by itself. A request that changes something then needs an allowed `Origin`.",
  },
  operatorKey: {
    type: "http",
    scheme: "bearer",
    description: "An operator's key, for the admin API. Each key has scopes.",
  },
};

/** What of these gets a caller past the door; scopes of an operator's key stand beside it. */
export function securityOf(caller: Caller): Record<string, string[]>[] {
  if (typeof caller === "object") return [{ operatorKey: [caller.operator] }];
  return caller === "anyone" ? [] : [{ bearer: [] }, { cookie: [] }];
}
