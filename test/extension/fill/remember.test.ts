import { expect, it } from "vitest";
import { rememberSite } from "../../../extension/fill/remember.ts";
import { addToVault } from "../../../extension/vault/add.ts";
import { openVault } from "../../../extension/vault/open.ts";
import { VaultInMemory } from "../../support/vault-in-memory.ts";

const now = new Date("2026-11-25T12:00:00.000Z");
const key = {
  type: "totp",
  secret: "JBSWY3DP",
  algorithm: "SHA1",
  digits: 6,
  period: 30,
  issuer: "Forge",
  account: "",
} as const;

it("remembers each site once, with the field that was pointed at last, sealed", async () => {
  const place = new VaultInMemory();
  await addToVault(place, now, { id: "a", key });
  await rememberSite(place, now, "a", { domain: "forge.dev", mark: "text|code" });
  await rememberSite(place, now, "a", { domain: "other.dev" });
  const stored = place.slots.get("current");
  await rememberSite(place, now, "a", { domain: "forge.dev" });
  await rememberSite(place, now, "gone", { domain: "forge.dev" });
  expect(place.slots.get("current")).toBe(stored);
  await rememberSite(place, now, "a", { domain: "forge.dev", mark: "text|token" });
  const opened = await openVault(place);
  expect(opened.ok && opened.value.entries[0]?.sites).toEqual([
    { domain: "other.dev" },
    { domain: "forge.dev", mark: "text|token" },
  ]);
  expect(JSON.stringify([...place.slots])).not.toContain("forge.dev");
});
