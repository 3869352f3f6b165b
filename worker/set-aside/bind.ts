import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { DisputedKind } from "../../shared/contract/not-me.ts";
import type { Guard } from "../guard.ts";
import { known } from "../guard.ts";
import type { World } from "../world.ts";
import { insertBinding } from "./store.ts";

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
