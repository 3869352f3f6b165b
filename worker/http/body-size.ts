import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { chunkLimitBytes } from "../../shared/contract/bring-along.ts";
import { bodyLimitBytes } from "../../shared/contract/limits.ts";
import { fail as failure } from "../../shared/outcome.ts";
import { fail } from "./fail.ts";
import type { House } from "./house.ts";

const onError = (c: Parameters<typeof fail>[0]) => fail(c, failure("body_too_large"));
const usual = bodyLimit({ maxSize: bodyLimitBytes, onError });
const chunk = bodyLimit({ maxSize: chunkLimitBytes, onError });

/** Refuses bodies that are too large for where they are sent: only the rows of an import may be more than 16 KiB. */
export const limitBodySize: MiddlewareHandler<House> = (c, next) => {
  const takesRows = c.req.method === "PUT" && /^\/v1\/admin\/imports\/[^/]+\/rows$/.test(c.req.path);
  return (takesRows ? chunk : usual)(c, next);
};
