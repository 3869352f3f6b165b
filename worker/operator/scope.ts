import type { OperatorScope } from "../../shared/contract/operator.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import type { CurrentOperator } from "./rules.ts";
import { findScope, scopeIsGiven } from "./store.ts";

/** Holds while the key of a call has one more scope than its route asks for. */
export function operatorHasScope(operator: CurrentOperator, scope: OperatorScope): Guard {
  return scopeIsGiven(operator.id, scope);
}

/** Whether it has it now. */
export async function isScopeOf(world: World, operator: CurrentOperator, scope: OperatorScope): Promise<boolean> {
  return (await findScope(world.db, operator.id, scope)) !== null;
}
