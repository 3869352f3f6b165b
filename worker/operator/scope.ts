import type { OperatorScope } from "../../shared/contract/operator.ts";
import type { World } from "../world.ts";
import type { CurrentOperator } from "./rules.ts";
import { findScope } from "./store.ts";

/** Whether the key of a call has one more scope than its route asks for. */
export async function isScopeOf(world: World, operator: CurrentOperator, scope: OperatorScope): Promise<boolean> {
  return (await findScope(world.db, operator.id, scope, world.clock())) !== null;
}
