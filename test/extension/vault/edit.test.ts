import { expect, it } from "vitest";
import { addManyToVault } from "../../../extension/vault/add-many.ts";
import { editInVault, editManyInVault } from "../../../extension/vault/edit.ts";
import type { VaultEntry } from "../../../extension/vault/entry.ts";
import { moveManyInVault } from "../../../extension/vault/move.ts";
import { openVault } from "../../../extension/vault/open.ts";
import { undoRemoval } from "../../../extension/vault/put-back.ts";
import { removeManyFromVault } from "../../../extension/vault/remove.ts";
import type { OtpKey } from "../../../shared/otp/otp-key.ts";
import { keyNamed } from "../../support/key-named.ts";
import { VaultInMemory } from "../../support/vault-in-memory.ts";

const now = new Date("2026-11-29T12:00:00.000Z");

async function vaultWith(...entries: (string | { id: string; key: OtpKey })[]): Promise<VaultInMemory> {
  const place = new VaultInMemory();
  const added = entries.map((each) => (typeof each === "string" ? { id: each, key: keyNamed(each) } : each));
  await addManyToVault(place, now, added);
  return place;
}

async function entriesIn(place: VaultInMemory): Promise<VaultEntry[]> {
  const opened = await openVault(place);
  if (!opened.ok) throw new Error(opened.code);
  return opened.value.entries;
}

const idsIn = async (place: VaultInMemory) => (await entriesIn(place)).map(({ id }) => id);

it("changes what it is told and leaves the rest as it is, and takes things away without a trace", async () => {
  const place = await vaultWith("one", "two");
  const [before, other] = await entriesIn(place);
  const names = { issuer: "New", account: "name" };
  await editInVault(place, now, "one", { names, pinned: true, tags: ["work"], note: "codes", icon: "🦊" });
  await editInVault(place, now, "one", { note: "other codes" });
  const full = { ...before, names, pinned: true, tags: ["work"], note: "other codes", icon: "🦊" };
  expect(await entriesIn(place)).toEqual([full, other]);
  await editInVault(place, now, "one", { pinned: false, tags: [], note: "", icon: "" });
  expect(await entriesIn(place)).toEqual([{ ...before, names }, other]);
});

it("changes how codes are made only for keys that have the setting, and never the setup key", async () => {
  const { period: _, type: __, ...withoutPeriod } = keyNamed("two");
  const { type: ___, ...timed } = keyNamed("three");
  const place = await vaultWith(
    "totp",
    { id: "hotp", key: { ...withoutPeriod, type: "hotp", counter: 4 } },
    { id: "steam", key: { ...timed, type: "steam", algorithm: "SHA1", digits: 5, period: 30 } },
  );
  const steam = (await entriesIn(place))[2];
  const options = { algorithm: "SHA256" as const, digits: 8, period: 60, counter: 9 };
  await editManyInVault(place, now, new Set(["totp", "hotp", "steam"]), () => ({ options }));
  const [totp, hotp, after] = await entriesIn(place);
  expect(totp?.key).toEqual({ ...keyNamed("totp"), algorithm: "SHA256", digits: 8, period: 60 });
  expect(hotp?.key).toEqual({ ...withoutPeriod, type: "hotp", algorithm: "SHA256", digits: 8, counter: 9 });
  expect(after).toEqual(steam);
});

it("writes nothing where nothing differs, or where the code is gone", async () => {
  const place = await vaultWith("one");
  const before = place.slots.get("current");
  await editInVault(place, now, "one", { pinned: false, tags: [], note: "" });
  await editInVault(place, now, "gone", { note: "text" });
  expect(place.slots.get("current")).toBe(before);
});

it("moves several to either end, in their own order", async () => {
  const place = await vaultWith("a", "b", "c", "d");
  await moveManyInVault(place, now, new Set(["d", "b"]), "top");
  expect(await idsIn(place)).toEqual(["b", "d", "a", "c"]);
  await moveManyInVault(place, now, new Set(["d", "a", "gone"]), "bottom");
  expect(await idsIn(place)).toEqual(["b", "c", "d", "a"]);
});

it("takes back a removal of several to where they were, around what was added since", async () => {
  const place = await vaultWith("a", "b", "c", "d");
  const order = await idsIn(place);
  await removeManyFromVault(place, now, new Set(["a", "c"]));
  expect(await idsIn(place)).toEqual(["b", "d"]);
  await addManyToVault(place, now, [{ id: "e", key: keyNamed("e") }]);
  await undoRemoval(place, now, order);
  expect(await idsIn(place)).toEqual(["a", "b", "c", "d", "e"]);
});
