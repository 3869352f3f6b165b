import type { OperatorCallsPage } from "../../shared/contract/admin.ts";
import { type Outcome, ok } from "../../shared/outcome.ts";
import { notACursor, parseNumberedCursor, type WrongCursor } from "../http/cursor.ts";
import { listOperatorCalls } from "../operator/list-calls.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import type { World } from "../world.ts";

/** The operator log, newest first; the call that asks is in it. */
export async function listCalls(
  world: World,
  operator: CurrentOperator,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Outcome<OperatorCallsPage, "invalid_request", WrongCursor>> {
  const after = cursor === undefined ? null : parseNumberedCursor(cursor);
  if (cursor !== undefined && after === null) return notACursor;
  return ok(await listOperatorCalls(world, operator, after, limit));
}
