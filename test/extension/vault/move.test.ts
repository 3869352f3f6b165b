import { expect, it } from "vitest";
import { addManyToVault } from "../../../extension/vault/add-many.ts";
import { moveInVault, type NewPlace } from "../../../extension/vault/move.ts";
import { plain } from "../../data/accounts.ts";
import { VaultInMemory } from "../../support/vault-in-memory.ts";

const now = new Date("2026-11-25T12:00:00.000Z");

async function vaultOf(...ids: string[]): Promise<VaultInMemory> {
  const place = new VaultInMemory();
  await addManyToVault(
    place,
    now,
    ids.map((id, index) => ({ id, key: { ...plain, digits: 6 + index } })),
  );
  return place;
}

it.each<[string, NewPlace, string]>([
  ["c", { before: "a" }, "cab"],
  ["a", { after: "c" }, "bca"],
  ["a", { after: "b" }, "bac"],
  ["a", { before: "b" }, "abc"],
  ["a", { before: "a" }, "abc"],
  ["a", { before: "gone" }, "abc"],
  ["gone", { before: "a" }, "abc"],
])("moves %s %j to %s", async (id, target, order) => {
  const place = await vaultOf("a", "b", "c");
  const change = await moveInVault(place, now, id, target);
  expect(change.ok && change.value.map((entry) => entry.id).join("")).toBe(order);
  // What changes nothing is not written.
  expect(place.slots.has("previous")).toBe(order !== "abc");
});
