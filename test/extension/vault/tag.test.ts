import { expect, it } from "vitest";
import { addManyToVault } from "../../../extension/vault/add-many.ts";
import { pinInVault } from "../../../extension/vault/pin.ts";
import { tagInVault, typedTags } from "../../../extension/vault/tag.ts";
import { plain } from "../../data/accounts.ts";
import { VaultInMemory } from "../../support/vault-in-memory.ts";

const now = new Date("2026-11-25T12:00:00.000Z");

it.each([
  ["work, family", ["work", "family"]],
  [" Work ,work,, WORK", ["Work"]],
  ["", []],
  [`${"x".repeat(100)}, b`, ["x".repeat(64), "b"]],
  [
    Array.from({ length: 40 }, (_, index) => `t${index}`).join(","),
    Array.from({ length: 16 }, (_, index) => `t${index}`),
  ],
])("reads %.30j as tags", (typed, tags) => {
  expect(typedTags(typed)).toEqual(tags);
});

it("keeps tags and pins, and takes them away without a trace", async () => {
  const place = new VaultInMemory();
  await addManyToVault(place, now, [{ id: "a", key: plain }]);
  const entry = { id: "a", key: plain, addedAt: now.toISOString() };
  expect(await tagInVault(place, now, "a", ["work"])).toEqual({ ok: true, value: [{ ...entry, tags: ["work"] }] });
  expect(await pinInVault(place, now, "a", true)).toEqual({
    ok: true,
    value: [{ ...entry, tags: ["work"], pinned: true }],
  });
  await pinInVault(place, now, "a", false);
  expect(await tagInVault(place, now, "a", [])).toEqual({ ok: true, value: [entry] });
  expect(await pinInVault(place, now, "gone", true)).toEqual({ ok: true, value: [entry] });
});
