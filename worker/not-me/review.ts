import type { Disputed, DisputedItem } from "../../shared/contract/not-me.ts";
import { methodsIn } from "../../shared/locales/methods.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { recordEvent } from "../activity/record.ts";
import { always, not } from "../guard.ts";
import { type Owner, tellOwner } from "../mail/tell-owner.ts";
import { waitsForDecision } from "../set-aside/dispute.ts";
import { itemsSetAside } from "../set-aside/list.ts";
import { forgetItem, noteKept, readSetAside, somethingIsDisputed } from "../set-aside/store.ts";
import type { World } from "../world.ts";
import { restoreItem } from "./restore.ts";
import { deleteDispute, findDispute } from "./store.ts";

/** What waits for the decision of an account's owner. */
export async function listDisputed(world: World, accountId: string): Promise<Disputed> {
  const [items, dispute] = await world.db.batch([readSetAside(world, accountId), findDispute(world.db, accountId)]);
  const [row] = (dispute?.results ?? []) as { since: number }[];
  return { since: row ? new Date(row.since).toISOString() : null, items: itemsSetAside(world, items, true) };
}

/**
 * Gives an item back that was suspended or removed, or takes it away for good, once: of two decisions at a time the
 * first counts. With the last one nothing is disputed any more. `not_found`: it is decided, or never was disputed.
 */
export async function decideDisputed(
  world: World,
  owner: Owner,
  id: string,
  keep: boolean,
): Promise<Outcome<void, "not_found">> {
  const item = (await listDisputed(world, owner.id)).items.find((each) => each.id === id);
  if (!item) return fail("not_found");
  const { kind, state } = item;
  const waits = waitsForDecision(owner.id, id, always);
  const type = !keep ? "change_removed" : state === "suspended" ? "change_kept" : "change_restored";
  const results = await world.db.batch([
    recordEvent(world, owner.id, { type, detail: { kind } }, waits),
    await tellOwner(world, owner, { kind: type, about: nameOf(item, owner) }, waits),
    ...(keep ? [...restoreItem(world, owner.id, { id, kind }, waits), noteKept(world, id, waits)] : []),
    forgetItem(world, owner.id, id, always),
    deleteDispute(world.db, owner.id, not(somethingIsDisputed(owner.id))),
  ]);
  return results.at(-2)?.results.length === 1 ? ok(undefined) : fail("not_found");
}

function nameOf({ name, kind }: DisputedItem, { locale }: Owner): string {
  const words = methodsIn[locale];
  return name || words[kind === "recovery_codes" ? "recoveryCodes" : "browser"];
}
