import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { TellableType } from "../../../shared/contract/webhook.ts";
import { randomId } from "../../crypto/random.ts";
import type { Guard } from "../../guard.ts";
import type { World } from "../../world.ts";
import { handOver } from "./hand-over.ts";
import { findDeliveriesOfNews, insertDeliveriesOfNews } from "./store.ts";

const type: TellableType = "account_deleted";

/**
 * A statement that tells endpoints of an account's end while `guard` holds, in the batch that ends it. The account's
 * events go with it, so this news carries its own words: the account's id, until it has arrived.
 */
export function tellOfDeletion(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  const id = randomId(world.random);
  world.afterAnswer(async () => {
    if (world.now >= world.listeners.noneUntil) await handOver(world, await findDeliveriesOfNews(world.db, id));
  });
  const data = JSON.stringify({ account: { id: accountId } });
  return insertDeliveriesOfNews(world.db, { id, type, data, at: world.now }, guard);
}
