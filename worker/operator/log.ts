import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { always, type Guard, type Term } from "../guard.ts";
import type { World } from "../world.ts";
import type { CurrentOperator } from "./rules.ts";
import { setCallDone, setCallStatus } from "./store.ts";

/** What was done by a call, and to what. */
interface Done {
  did: string;
  accountId?: string | null;
  /** The id of what it was done to, where that is no account. */
  targetId?: Term;
}

const nothing: Term = { sql: "NULL", values: [] };

/**
 * A statement that writes beside an operator's call what it did, and to which account or other thing, while `guard` holds. It belongs
 * in the batch of what was done; the call itself was written down before.
 */
export function noteDone(
  world: World,
  operator: CurrentOperator,
  { did, accountId = null, targetId }: Done,
  guard: Guard,
): D1PreparedStatement {
  return setCallDone(world.db, operator.callId, { did, accountId, targetId: targetId ?? nothing }, guard);
}

/** Reads rows for an operator, with a line of the log that says so in the same transaction, while `guard` holds. */
export async function readForOperator<Row>(
  world: World,
  operator: CurrentOperator,
  done: Done,
  statement: D1PreparedStatement,
  guard: Guard = always,
): Promise<Row[]> {
  const [read] = await world.db.batch<Row>([statement, noteDone(world, operator, done, guard)]);
  return read?.results ?? [];
}

/** Writes beside an operator's call what it was answered, once it has been. */
export async function noteAnswer(world: World, { callId }: CurrentOperator, status: number): Promise<void> {
  await setCallStatus(world.db, callId, status).run();
}
