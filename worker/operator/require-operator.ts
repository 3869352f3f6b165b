import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { OperatorScope } from "../../shared/contract/operator.ts";
import { fail as failure } from "../../shared/outcome.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { marked } from "../http/mark.ts";
import { holdTo } from "../right/hold.ts";
import type { Right } from "../right/right.ts";
import { identifyOperator, operatorKeyStands, refusalOfKey } from "./identify.ts";
import { noteAnswer } from "./log.ts";
import type { CurrentOperator } from "./rules.ts";

/** What a handler behind `requireOperator` finds beside it. */
export interface OperatorHouse {
  Bindings: House["Bindings"];
  Variables: House["Variables"] & { operator: CurrentOperator };
}

/**
 * Lets only an operator's key with this scope through, and hands its operator on as `c.var.operator`. The call is in
 * the operator log before anything is done, and all that follows is done only while the key stands. A key goes by `Authorization: Bearer` alone and belongs in a server: from
 * a page, of whatever origin, it is refused.
 */
export function requireOperator(scope: OperatorScope): MiddlewareHandler<OperatorHouse> {
  const check: MiddlewareHandler<OperatorHouse> = async (c, next) => {
    if (c.req.header("Origin") !== undefined) return fail(c, failure("origin_not_allowed"));
    const key = /^Bearer ([\w-]{1,128})$/i.exec(c.req.header("Authorization") ?? "")?.[1];
    if (key === undefined) return fail(c, failure("operator_key_refused"));
    const { world } = c.var;
    const call = { key, scope, method: c.req.method, route: routePath(c) };
    const identified = await identifyOperator(world, call);
    if (!identified.ok) return fail(c, identified);
    const operator = identified.value;
    c.set("operator", operator);
    c.set("provesItself", true);
    const right: Right = {
      name: "operator-key",
      standsAt: (now) => operatorKeyStands(operator, scope, now),
      refuse: () => refusalOfKey(world, operator, scope),
    };
    // Never released: an export goes on reading while it is sent, and what else follows the answer the cron trigger makes good.
    c.set("world", holdTo(world, right).world);
    await next();
    const { status } = c.res;
    world.afterAnswer(() => noteAnswer(world, operator, status));
  };
  return marked(check, { caller: { operator: scope } });
}
