import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { DisputedKind } from "../../shared/contract/not-me.ts";
import { randomId } from "../crypto/random.ts";
import { both, type Guard } from "../guard.ts";
import type { World } from "../world.ts";
import type { DisputedTime } from "./rules.ts";
import { addedIn, disputeRemoved, insertSetAside, isSetAside, itemIsDisputed } from "./store.ts";

/** Rows of one kind to be suspended: `statement` copies them, and `isCopied` holds of each where it is deleted next. */
export interface ToSuspend {
  statement: D1PreparedStatement;
  isCopied: Guard;
}

/** Copies what was added in the disputed time, while `guard` holds; the caller's next statement takes the rows away. */
export function suspendAdded(
  world: World,
  accountId: string,
  kind: DisputedKind,
  time: DisputedTime,
  guard: Guard,
): ToSuspend {
  const newId = randomId(world.random);
  const aside = { accountId, state: "suspended", now: world.now, sessionId: "", newId } as const;
  return {
    statement: insertSetAside(world.db, kind, aside, addedIn(kind, time), guard),
    isCopied: kind === "recovery_codes" ? itemIsDisputed(accountId, newId) : isSetAside(accountId),
  };
}

/** A statement that offers back what was removed in the disputed time, while `guard` holds. */
export function offerRemoved(world: World, accountId: string, time: DisputedTime, guard: Guard): D1PreparedStatement {
  return disputeRemoved(world.db, accountId, time, world.now, guard);
}

/** Holds while this item waits for it, and `guard` does. */
export function waitsForDecision(accountId: string, id: string, guard: Guard): Guard {
  return both(itemIsDisputed(accountId, id), guard);
}
