import { expect, it } from "vitest";
import { matching } from "../../../extension/codes/state.ts";
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
