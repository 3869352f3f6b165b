import { describe, expect, it } from "vitest";
import { addToVault } from "../../../extension/vault/add.ts";
import { editInVault } from "../../../extension/vault/edit.ts";
import { openVault } from "../../../extension/vault/open.ts";
import { putBack } from "../../../extension/vault/put-back.ts";
import { removeForGood, removeFromVault } from "../../../extension/vault/remove.ts";
import { keyNamed } from "../../support/key-named.ts";
import { VaultInMemory } from "../../support/vault-in-memory.ts";

const day = 86_400_000;
const start = Date.parse("2026-11-25T12:00:00.000Z");
const onDay = (days: number) => new Date(start + days * day);

async function vaultWith(...ids: string[]): Promise<VaultInMemory> {
  const place = new VaultInMemory();
  for (const id of ids) await addToVault(place, onDay(0), { id, key: keyNamed(id) });
  return place;
}

async function contentOf(place: VaultInMemory): Promise<{ list: string[]; bin: string[] }> {
  const opened = await openVault(place);
  if (!opened.ok) throw new Error(opened.code);
  const { entries, bin = [] } = opened.value.content;
  return { list: entries.map(({ id }) => id), bin: bin.map(({ entry }) => entry.id) };
}

describe("a removed account", () => {
  it("is in the bin, sealed with the rest, and comes back as it was", async () => {
    const place = await vaultWith("one", "two");
    const before = await openVault(place);
    await removeFromVault(place, onDay(1), "one");
    expect(await contentOf(place)).toEqual({ list: ["two"], bin: ["one"] });
    await putBack(place, onDay(2), "one");
    expect(await contentOf(place)).toEqual({ list: ["two", "one"], bin: [] });
    const back = await openVault(place);
    expect(back.ok && back.value.entries[1]).toEqual(before.ok && before.value.entries[0]);
  });

  it("is put back as one with its key where that was added again, and loses nothing it had", async () => {
    const place = await vaultWith("one");
    await editInVault(place, onDay(0), "one", { tags: ["work"] });
    await removeFromVault(place, onDay(0), "one");
    await addToVault(place, onDay(1), { id: "again", key: { ...keyNamed("one"), issuer: "Other name" } });
    await putBack(place, onDay(2), "one");
    expect(await contentOf(place)).toEqual({ list: ["again"], bin: [] });
    const back = await openVault(place);
    expect(back.ok && back.value.entries[0]).toMatchObject({ key: { issuer: "Other name" }, tags: ["work"] });
  });

  it("goes with the first write after 30 days, and not before", async () => {
    const place = await vaultWith("one", "two");
    await removeFromVault(place, onDay(0), "one");
    await addToVault(place, onDay(29.99), { id: "three", key: keyNamed("three") });
    expect((await contentOf(place)).bin).toEqual(["one"]);
    await addToVault(place, onDay(30), { id: "four", key: keyNamed("four") });
    expect(await contentOf(place)).toEqual({ list: ["two", "three", "four"], bin: [] });
  });

  it("goes after 30 days from a list that is empty too", async () => {
    const place = await vaultWith("one");
    await removeFromVault(place, onDay(0), "one");
    await addToVault(place, onDay(31), { id: "two", key: keyNamed("two") });
    expect(await contentOf(place)).toEqual({ list: ["two"], bin: [] });
  });

  it("can no longer be put back when its time is over", async () => {
    const place = await vaultWith("one", "two");
    await removeFromVault(place, onDay(0), "one");
    await putBack(place, onDay(31), "one");
    expect((await contentOf(place)).list).toEqual(["two"]);
  });

  it("is gone for good when that is asked for, from the bin and the list", async () => {
    const place = await vaultWith("one", "two");
    await removeFromVault(place, onDay(0), "one");
    await removeForGood(place, onDay(1), "one");
    await removeForGood(place, onDay(1), "two");
    expect(await contentOf(place)).toEqual({ list: [], bin: [] });
  });
});
