import type { Context } from "hono";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { House } from "../http/house.ts";

/** The form of a site's server. `invalid_request`: it is no form, or says something twice. */
export async function readForm(
  c: Context<House>,
): Promise<Outcome<URLSearchParams, "invalid_request", { why: string }>> {
  const type = c.req.header("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") {
    return fail("invalid_request", { why: "Content-Type has to be application/x-www-form-urlencoded." });
  }
  const form = new URLSearchParams(new TextDecoder().decode(await c.req.arrayBuffer()));
  const names = [...form.keys()];
  const isClear = new Set(names).size === names.length;
  return isClear ? ok(form) : fail("invalid_request", { why: "A parameter is there more than once." });
}
