import type { MiddlewareHandler } from "hono";
import { type RandomBytes, randomId } from "../crypto/random.ts";
import type { House } from "./house.ts";

/** Gives each request a name of ours, for the answer's `Request-Id` and the log; one that the caller sends is not taken. */
export function nameRequest(random: RandomBytes): MiddlewareHandler<House> {
  return async (c, next) => {
    const id = randomId(random);
    c.set("requestId", id);
    await next();
    c.header("Request-Id", id);
  };
}
