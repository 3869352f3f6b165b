import type { OperatorScope } from "../../shared/contract/operator.ts";
import { hashToken } from "../crypto/token.ts";
import type { World } from "../world.ts";
import { findKeyWithScope } from "./store.ts";

/** Whether a key is good now, and for `scope` where one is named. It is no call of its own, so nothing is written down. */
export async function keyHasScope(world: World, key: string, scope?: OperatorScope): Promise<boolean> {
  return findKeyWithScope(world.db, await hashToken(key), scope ?? "", world.now);
}
