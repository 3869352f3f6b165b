import type { SessionOfAccount } from "../../shared/contract/session.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountWithPasswordOf, findAccountStatement } from "../account/read.ts";
import { endedBy } from "../ends.ts";
import { known } from "../guard.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { passwordExists } from "../password/store.ts";
import { anySessionExists, sessionToEnd } from "../session/end.ts";
import { listSessions } from "../session/list.ts";
import type { World } from "../world.ts";
import { recordAct } from "./record-act.ts";

/** Where a person is signed in; their activity tells that an operator looked. */
export async function listSessionsOfPerson(
  world: World,
  operator: CurrentOperator,
  id: string,
): Promise<Outcome<SessionOfAccount[], "not_found">> {
  const [read] = await world.db.batch([
    findAccountStatement(world, known(id)),
    ...recordAct(world, operator, id, "operator_viewed_account", passwordExists(id)),
  ]);
  return accountWithPasswordOf(read) ? ok(await listSessions(world, id, "")) : fail("not_found");
}

/** Ends one session of a person. `not_found`: they have none of that id. */
export async function endSessionOfPerson(
  world: World,
  operator: CurrentOperator,
  { id, sessionId }: { id: string; sessionId: string },
): Promise<Outcome<void, "not_found">> {
  const { statement, isThere } = sessionToEnd(world, id, sessionId);
  const results = await world.db.batch([
    ...recordAct(world, operator, id, "operator_ended_session", isThere),
    statement,
  ]);
  return results.at(-1)?.results.length === 1 ? ok(undefined) : fail("not_found");
}

/** Ends every session of a person; where there is none, nothing happens. `not_found`: there is no such person. */
export async function endSessionsOfPerson(
  world: World,
  operator: CurrentOperator,
  id: string,
): Promise<Outcome<void, "not_found">> {
  const isThere = anySessionExists(id);
  const [read] = await world.db.batch([
    findAccountStatement(world, known(id)),
    ...recordAct(world, operator, id, "operator_ended_sessions", isThere),
    ...endedBy(world, "sessions_ended", { accountId: id }, isThere),
  ]);
  return accountWithPasswordOf(read) ? ok(undefined) : fail("not_found");
}
