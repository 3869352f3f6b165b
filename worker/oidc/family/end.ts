import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";
import type { World } from "../../world.ts";
import { deleteFamiliesOf } from "./store.ts";

/** A statement that ends everything that sites were given for an account and that outlived its session. */
export function endOutlivingFamilies(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteFamiliesOf(world.db, accountId, "outliving", guard);
}

/** A statement that ends every refresh token of an account. */
export function endFamilies(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteFamiliesOf(world.db, accountId, "all", guard);
}
