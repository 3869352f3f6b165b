import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { DisputedKind } from "../../shared/contract/not-me.ts";
import { type Guard, known, type Term } from "../guard.ts";
import type { ProvedBy } from "../proof.ts";
import type { World } from "../world.ts";
import { methodKinds } from "./rules.ts";
import { addedLast, insertBinding, removedLast } from "./store.ts";

/**
 * A statement that notes by which session, when and from where something was added to an account, while `guard` holds:
 * it has been added in the same batch. Recovery codes, of which there is one set, need no id. Without a session of
 * the request, `sessionId` is the one that begins in this batch.
 */
export function noteBinding(
  world: World,
  accountId: string,
  { kind, id = kind, sessionId = world.sessionId ?? "" }: { kind: DisputedKind; id?: string; sessionId?: string },
  guard: Guard,
): D1PreparedStatement {
  const { ip, userAgent, place } = world.caller;
  const row = { accountId, kind, itemId: known(id), now: world.now, sessionId, ip, userAgent, place };
  return insertBinding(world.db, row, guard);
}

/**
 * When what somebody proves belongs to the account since, in milliseconds since 1970: a method since it was added; the
 * password alone since the last method was removed, for it proved nothing while there was one. 0 where that was more than
 * a month ago.
 */
export function boundAt(accountId: string, by: ProvedBy | undefined): Term {
  if (!by) return removedLast(accountId, methodKinds);
  return addedLast(accountId, by.kind, "id" in by ? by.id : null);
}
