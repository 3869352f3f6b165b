import type { Context } from "hono";
import { holdTo } from "../right/hold.ts";
import type { Right } from "../right/right.ts";
import type { House } from "./house.ts";

/** Lets what follows read and write only while `right` stands, until it has answered (promise S4b). */
export async function holdWorld<E extends House>(
  c: Context<E>,
  right: Right,
  next: () => Promise<void>,
): Promise<void> {
  const { world, release } = holdTo(c.get("world"), right);
  c.set("world", world);
  await next();
  release();
}
