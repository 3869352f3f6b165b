import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { cleanUp } from "../../clean-up.ts";
import type { Guard } from "../../guard.ts";
import type { World } from "../../world.ts";
import {
  deleteFamiliesOf,
  deleteFamiliesOfApp,
  deleteFamiliesOfClient,
  deletePastFamilies,
  detachFamilies,
} from "./store.ts";

/** A statement that ends everything that sites were given for an account and that outlived its session. */
export function endOutlivingFamilies(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteFamiliesOf(world.db, accountId, "outliving", guard);
}

/** A statement that ends every refresh token of an account. */
export function endFamilies(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteFamiliesOf(world.db, accountId, "all", guard);
}

/** A statement that ends every refresh token that one site was given for an account. */
export function endFamiliesOfApp(world: World, accountId: string, clientId: string): D1PreparedStatement {
  return deleteFamiliesOfApp(world.db, accountId, clientId);
}

/** A statement that ends every refresh token of a site. */
export function endFamiliesOfClient(world: World, clientId: string, guard: Guard): D1PreparedStatement {
  return deleteFamiliesOfClient(world.db, clientId, guard);
}

/** A statement by which what may stay (`offline_access`) outlives the session that is about to be signed out. */
export function letFamiliesStay(world: World, sessionId: string): D1PreparedStatement {
  return detachFamilies(world.db, sessionId);
}

/** Takes away families that expired, as many as one run may. */
export function cleanUpFamilies({ db, now }: World): Promise<void> {
  return cleanUp((limit) => deletePastFamilies(db, now, limit));
}
