import { describe, expect, it } from "vitest";
import { addManyToVault } from "../../../extension/vault/add-many.ts";
import { openVault } from "../../../extension/vault/open.ts";
import { all, plain } from "../../data/accounts.ts";
import { VaultInMemory } from "../../support/vault-in-memory.ts";

const now = new Date("2026-11-25T12:00:00.000Z");
const additions = all.map((key, index) => ({ id: `id-${index}`, key }));

async function keysIn(place: VaultInMemory) {
  const opened = await openVault(place);
  return opened.ok ? opened.value.entries.map(({ key }) => key) : opened.code;
}

describe("adding many accounts", () => {
  it("is one change, with what else is known of each", async () => {
    const place = new VaultInMemory();
    const addedAt = "2025-01-01T00:00:00.000Z";
    const known = additions.map((addition, index) =>
      index === 0 ? { ...addition, addedAt, pinned: true as const } : addition,
    );
    const change = await addManyToVault(place, now, known);
    expect(await keysIn(place)).toEqual(all);
    expect(place.slots.has("previous")).toBe(false);
    const [first, second] = change.ok ? change.value : [];
    expect(first).toMatchObject({ addedAt, pinned: true });
    expect(second).toMatchObject({ addedAt: now.toISOString() });
  });

  it("doubles nothing, even where two windows import the same file at once", async () => {
    const place = new VaultInMemory();
    const others = additions.map((addition) => ({ ...addition, id: `other-${addition.id}` }));
    await Promise.all([addManyToVault(place, now, additions), addManyToVault(place, now, others)]);
    await addManyToVault(place, now, [...others, ...others]);
    expect(await keysIn(place)).toEqual(all);
  });

  it("adds all or none", async () => {
    const place = new VaultInMemory();
    await addManyToVault(place, now, [{ id: "first", key: plain }]);
    place.writesLeft = 1;
    place.tearsWrites = true;
    expect(await addManyToVault(place, now, additions)).toMatchObject({ ok: false, code: "not_saved" });
    expect(await keysIn(place)).toEqual([plain]);
  });
});
