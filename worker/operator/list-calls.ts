import type { OperatorCallLine, OperatorCallsPage } from "../../shared/contract/admin.ts";
import { formatCursor, type NumberedPageEnd } from "../http/cursor.ts";
import type { World } from "../world.ts";
import { readForOperator } from "./log.ts";
import type { CurrentOperator } from "./rules.ts";
import { type CallRow, findCalls } from "./store.ts";

/** A page of the operator log, newest first, in one round trip. */
export async function listOperatorCalls(
  world: World,
  operator: CurrentOperator,
  after: NumberedPageEnd | null,
  limit: number,
): Promise<OperatorCallsPage> {
  const done = { did: "operator_read_calls" };
  const rows = await readForOperator<CallRow>(world, operator, done, findCalls(world.db, after, limit + 1));
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { calls: shown.map(lineOf), ...(last && { next: formatCursor(last) }) };
}

function lineOf(row: CallRow): OperatorCallLine {
  return {
    id: row.id,
    at: new Date(row.at).toISOString(),
    operatorId: row.operator_id,
    operator: row.operator,
    method: row.method,
    route: row.route,
    did: row.did,
    accountId: row.account_id,
    targetId: row.target_id,
    status: row.status,
    ip: row.ip,
    userAgent: row.user_agent,
  };
}
