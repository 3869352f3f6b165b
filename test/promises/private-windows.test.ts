import { describe, expect, it } from "vitest";
import { removePassphrase } from "../../extension/lock/remove-passphrase.ts";
import { setPassphrase } from "../../extension/lock/set-passphrase.ts";
import { unlockVault } from "../../extension/lock/unlock.ts";
import { addToVault } from "../../extension/vault/add.ts";
import { openVault } from "../../extension/vault/open.ts";
import { ok } from "../../shared/outcome.ts";
import { quickStretch } from "../support/passphrase.ts";
import { VaultInMemory } from "../support/vault-in-memory.ts";

const now = new Date("2026-11-29T12:00:00.000Z");
const passphrase = "a quiet harbour";
const key = {
  type: "totp",
  secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
  algorithm: "SHA1",
  digits: 6,
  period: 30,
  issuer: "Bank",
  account: "ana",
} as const;
const add = (place: VaultInMemory, id: string) => addToVault(place, now, { id, key });

describe("E8 where the browser keeps no key", () => {
  it("E8 says so before anything is typed, and keeps codes once there is a passphrase", async () => {
    const place = new VaultInMemory();
    place.isPrivate = true;
    expect(await openVault(place)).toMatchObject({ ok: false, code: "keeps_no_key" });
    expect(await add(place, "one")).toMatchObject({ ok: false, code: "keeps_no_key" });
    expect(await setPassphrase(place, now, passphrase, quickStretch)).toEqual(ok(null));
    expect(await add(place, "one")).toMatchObject({ ok: true });
    const later = place.restarted();
    later.isPrivate = true;
    expect(await unlockVault(later, passphrase, quickStretch)).toEqual(ok(null));
    expect(await openVault(later)).toMatchObject({ ok: true, value: { entries: [{ id: "one" }] } });
  });

  it("E8 a vault without a passphrase is neither damaged nor empty there, and nothing of it is written", async () => {
    const place = new VaultInMemory();
    await add(place, "one");
    const before = structuredClone([...place.slots]);
    place.isPrivate = true;
    expect(await openVault(place)).toMatchObject({ ok: false, code: "keeps_no_key" });
    expect(await add(place, "two")).toMatchObject({ ok: false, code: "keeps_no_key" });
    expect([...place.slots]).toEqual(before);
    place.isPrivate = false;
    expect(await openVault(place)).toMatchObject({ ok: true, value: { entries: [{ id: "one" }] } });
  });

  it("E8 a passphrase cannot be taken away there", async () => {
    const place = new VaultInMemory();
    await add(place, "one");
    await setPassphrase(place, now, passphrase, quickStretch);
    place.isPrivate = true;
    expect(await removePassphrase(place, now, passphrase, quickStretch)).toMatchObject({ code: "keeps_no_key" });
    expect(await openVault(place)).toMatchObject({ ok: true });
  });
});
