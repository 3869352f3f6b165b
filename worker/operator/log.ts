import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { always, type Guard } from "../guard.ts";
import type { World } from "../world.ts";
import type { CurrentOperator } from "./rules.ts";
import { type Done, noteDone, setCallStatus } from "./store.ts";

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
