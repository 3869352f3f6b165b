import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Amr } from "../../shared/contract/session.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { assuranceLevel, type CurrentSession, provedWith } from "./rules.ts";
import { markSecondFactor } from "./store.ts";

/** A statement that notes, while `guard` holds, that this session has just proved `proof` by a set-up of it. */
export function noteSecondFactor(
  world: World,
  session: CurrentSession,
  proof: readonly Amr[],
  guard: Guard,
): D1PreparedStatement {
  const amr = [...new Set([...session.amr, ...proof])];
  const marks = {
    aal: assuranceLevel(amr),
    amr: amr.join(" "),
    lastAmr: provedWith(proof, session).join(" "),
    now: world.now,
  };
  return markSecondFactor(world.db, session.id, marks, guard);
}
