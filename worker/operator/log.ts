import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import type { CurrentOperator } from "./rules.ts";
import { setCallDone, setCallStatus } from "./store.ts";

/**
 * A statement that writes beside an operator's call what it did, and to which account or other thing, while `guard` holds. It belongs
 * in the batch of what was done; the call itself was written down before.
 */
export function noteDone(
  world: World,
  operator: CurrentOperator,
  { did, accountId = null, targetId = null }: { did: string; accountId?: string | null; targetId?: string | null },
  guard: Guard,
): D1PreparedStatement {
  return setCallDone(world.db, operator.callId, { did, accountId, targetId }, guard);
}

/** Writes beside an operator's call what it was answered, once it has been. */
export async function noteAnswer(world: World, { callId }: CurrentOperator, status: number): Promise<void> {
  await setCallStatus(world.db, callId, status).run();
}
