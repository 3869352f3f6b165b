import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { OperatorAct } from "../../shared/contract/event-types.ts";
import { recordEvent } from "../activity/record.ts";
import type { Guard } from "../guard.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { noteDone } from "../operator/store.ts";
import type { World } from "../world.ts";

/**
 * Statements that write what an operator does to an account, while `guard` holds: into its activity, where the person
 * reads which operator it was, and beside the call in the operator log. They belong in the batch of what is done. From
 * which address the operator's server called is in the log alone.
 */
export function recordAct(
  world: World,
  operator: CurrentOperator,
  accountId: string,
  act: OperatorAct,
  guard: Guard,
): D1PreparedStatement[] {
  const nowhere = { ...world, caller: { ip: "", userAgent: "", place: null } };
  return [
    recordEvent(nowhere, accountId, { type: act, detail: { operator: operator.name } }, guard),
    noteDone(world, operator, { did: act, accountId }, guard),
  ];
}
