import { describe, expect, it } from "vitest";
import { rememberSite } from "../../extension/fill/remember.ts";
import { removePassphrase } from "../../extension/lock/remove-passphrase.ts";
import { setPassphrase } from "../../extension/lock/set-passphrase.ts";
import { thisBrowserAt } from "../../extension/security/this-browser.ts";
import { addToVault } from "../../extension/vault/add.ts";
import { openVault } from "../../extension/vault/open.ts";
import { removeFromVault } from "../../extension/vault/remove.ts";
import { restorePreviousVault, startEmptyVault } from "../../extension/vault/restore.ts";
import { takeCounterCode } from "../../extension/vault/take-counter.ts";
import { takeOut } from "../../extension/vault/take-out.ts";
import { ok } from "../../shared/outcome.ts";
import { quickStretch } from "../support/passphrase.ts";
import { VaultInMemory } from "../support/vault-in-memory.ts";

const now = new Date("2026-11-29T12:00:00.000Z");
const service = "https://id.example.com";
const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const passphrase = "a quiet harbour";
const key = { secret, algorithm: "SHA1", digits: 6, issuer: "Bank", account: "ana@example.com" } as const;

async function filled(): Promise<VaultInMemory> {
  const place = new VaultInMemory();
  const latchkey = { service, methodId: "m" };
  await addToVault(place, now, { id: "time", key: { ...key, type: "totp", period: 30 }, latchkey });
  await addToVault(place, now, { id: "count", key: { ...key, type: "hotp", counter: 1 } });
  return place;
}

/** What each way in answers; a code, a key or an account in any of it is one too many. */
const ways: [string, (place: VaultInMemory) => Promise<unknown>][] = [
  ["opening it", openVault],
  ["a code by count", (place) => takeCounterCode(place, now, "count")],
  ["a site that is remembered", (place) => rememberSite(place, now, "time", { domain: "example.com" })],
  ["an export", takeOut],
  ["a removal", (place) => removeFromVault(place, now, "time")],
  ["an account more", (place) => addToVault(place, now, { id: "new", key: { ...key, type: "totp", period: 30 } })],
  ["going back to the copy before", restorePreviousVault],
  ["starting anew", startEmptyVault],
  [
    "this browser as the account's own app",
    async (place) => {
      const surroundings = { askToUnlock: async () => true, note: () => null };
      const own = await thisBrowserAt(service, place, surroundings);
      return own.holds("m") || own.hasCodesOf(key.account) ? "codes" : null;
    },
  ],
];

describe("E7 where an organisation asks for a passphrase and there is none", () => {
  it.each(ways)("E7 the vault gives nothing by %s", async (_, way) => {
    const open = await filled();
    expect(JSON.stringify(await way(open)), "without the rule").not.toContain("passphrase_due");

    const place = await filled();
    const before = structuredClone([...place.slots]);
    place.isManaged = true;
    const answer = JSON.stringify((await way(place)) ?? null);
    expect(answer).not.toContain(secret);
    expect(["null", JSON.stringify({ ok: false, code: "passphrase_due", details: {} })]).toContain(answer);
    expect([...place.slots]).toEqual(before);
  });

  it("E7 nor by a good copy of a damaged one", async () => {
    const place = await filled();
    place.slots.set("current", { format: "latchkey-vault" });
    place.isManaged = true;
    expect(await restorePreviousVault(place)).toMatchObject({ ok: false, code: "passphrase_due" });
  });

  it("E7 it opens once there is one, which cannot be taken away again", async () => {
    const place = await filled();
    place.isManaged = true;
    expect(await setPassphrase(place, now, passphrase, quickStretch)).toEqual(ok(null));
    expect((await openVault(place)).ok).toBe(true);
    expect(await removePassphrase(place, now, passphrase, quickStretch)).toMatchObject({ code: "passphrase_due" });
    expect(place.slots.get("current")).toMatchObject({ version: 2 });
  });
});

describe("E7 where an organisation has turned exports off", () => {
  it("E7 the vault gives no key to write down, and codes as ever", async () => {
    const place = await filled();
    place.isExportOff = true;
    expect(await takeOut(place)).toMatchObject({ ok: false, code: "not_allowed" });
    expect((await openVault(place)).ok).toBe(true);
  });
});
