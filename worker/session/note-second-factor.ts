import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Amr } from "../../shared/contract/session.ts";
import type { World } from "../world.ts";
import { assuranceLevel, type CurrentSession, provedWith } from "./rules.ts";
import { markSecondFactor } from "./store.ts";

/** A statement that notes that this session has just proved `proof` by confirming a set-up with it. */
export function noteSecondFactor(world: World, session: CurrentSession, proof: Amr): D1PreparedStatement {
  const amr = [...new Set([...session.amr, proof])];
  return markSecondFactor(world.db, session.id, {
    aal: assuranceLevel(amr),
    amr: amr.join(" "),
    lastAmr: provedWith(proof, session).join(" "),
    now: world.now,
  });
}
