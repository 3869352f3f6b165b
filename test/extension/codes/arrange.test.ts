import { expect, it } from "vitest";
import { arranged, matching, tagsIn } from "../../../extension/codes/arrange.ts";
import type { VaultEntry } from "../../../extension/vault/entry.ts";

function entry(issuer: string, account: string, names?: VaultEntry["names"]): VaultEntry {
  const key = { type: "totp", secret: "AA", algorithm: "SHA1", digits: 6, period: 30, issuer, account } as const;
  return { id: issuer, key, addedAt: "", names };
}

const entries = [
  entry("Correos España", "ana@example.com"),
  entry("GitHub", "ana", { issuer: "Work", account: "ops" }),
];

it.each([
  ["", 2],
  ["espana correos", 1],
  ["ANA@", 1],
  ["work", 1],
  ["github", 0],
  ["correos ops", 0],
])("finds by %j %d accounts", (query, count) => {
  expect(matching(entries, query)).toHaveLength(count);
});

it("finds by tags too", () => {
  const tagged = [{ ...entry("npm", "ana"), tags: ["Trabajo"] }, ...entries];
  expect(matching(tagged, "trabajo npm")).toHaveLength(1);
  expect(tagsIn([...tagged, { ...entry("x", ""), tags: ["Casa", "Trabajo"] }])).toEqual(["Casa", "Trabajo"]);
});

it("shows pinned ones first, then in the person's own order or by their last use", () => {
  const all = [entry("a", ""), { ...entry("b", ""), pinned: true as const }, entry("c", ""), entry("d", "")];
  const used = { d: "2026-11-25T12:00:00.000Z", c: "2026-11-24T12:00:00.000Z" };
  const shown = (order: "own" | "recent") => arranged(all, order, used).map(({ id }) => id);
  expect(shown("own")).toEqual(["b", "a", "c", "d"]);
  expect(shown("recent")).toEqual(["b", "d", "c", "a"]);
});
