import { describe, expect, it } from "vitest";
import { setPassphrase } from "../../../extension/lock/set-passphrase.ts";
import { addToVault } from "../../../extension/vault/add.ts";
import { changeVault } from "../../../extension/vault/change.ts";
import { editInVault } from "../../../extension/vault/edit.ts";
import { openVault } from "../../../extension/vault/open.ts";
import { removeFromVault } from "../../../extension/vault/remove.ts";
import { restorePreviousVault, startEmptyVault } from "../../../extension/vault/restore.ts";
import { takeCounterCode } from "../../../extension/vault/take-counter.ts";
import type { OtpKey } from "../../../shared/otp/otp-key.ts";
import { keyNamed, secretStart } from "../../support/key-named.ts";
import { quickStretch } from "../../support/passphrase.ts";
import { VaultInMemory } from "../../support/vault-in-memory.ts";

const now = new Date("2026-11-25T12:00:00.000Z");

async function vaultWith(...issuers: string[]): Promise<VaultInMemory> {
  const place = new VaultInMemory();
  for (const issuer of issuers) await addToVault(place, now, { id: issuer, key: keyNamed(issuer) });
  return place;
}

async function issuersIn(place: VaultInMemory): Promise<string[] | string> {
  const opened = await openVault(place);
  return opened.ok ? opened.value.entries.map(({ names, key }) => names?.issuer ?? key.issuer) : opened.code;
}

describe("a vault", () => {
  it("is empty before anything was written, and makes no key for that", async () => {
    const place = new VaultInMemory();
    expect(await issuersIn(place)).toEqual([]);
    expect(place.key).toBeUndefined();
  });

  it("keeps what is added, renamed and removed", async () => {
    const place = await vaultWith("GitHub", "npm", "Bank");
    await editInVault(place, now, "npm", { names: { issuer: "Registry", account: "ana" } });
    await removeFromVault(place, now, "GitHub");
    expect(await issuersIn(place)).toEqual(["Registry", "Bank"]);
  });

  it("is sealed wherever it is stored, the copy before the last change too (promise E2)", async () => {
    const place = await vaultWith("GitHub", "npm");
    const stored = JSON.stringify([...place.slots]);
    expect([...place.slots.keys()]).toEqual(["current", "previous"]);
    for (const plain of ["GitHub", "npm", secretStart, "ana"]) expect(stored).not.toContain(plain);
  });

  it.each(["nonce", "sealed", "savedAt", "key", "version"])("does not open with another %s", async (member) => {
    const place = await vaultWith("GitHub");
    const stored = place.slots.get("current") as Record<string, unknown>;
    place.slots.set("current", { ...stored, [member]: `${stored[member]}x` });
    expect((await openVault(place)).ok).toBe(false);
  });

  it("is left alone where a newer version wrote it", async () => {
    const place = await vaultWith("GitHub");
    const newer = { ...(place.slots.get("current") as object), version: 2 };
    place.slots.set("current", newer);
    expect(await issuersIn(place)).toBe("newer");
    expect(await addToVault(place, now, { id: "npm", key: keyNamed("npm") })).toMatchObject({
      ok: false,
      code: "newer",
    });
    expect(place.slots.get("current")).toEqual(newer);
  });

  it("writes nothing where nothing changes", async () => {
    const place = await vaultWith("GitHub");
    const before = place.slots.get("current");
    await removeFromVault(place, now, "gone");
    await editInVault(place, now, "gone", { names: { issuer: "", account: "" } });
    expect(await takeCounterCode(place, now, "GitHub")).toMatchObject({ ok: false, code: "gone" });
    expect(place.slots.get("current")).toBe(before);
  });
});

describe("a change where an organisation asks for a passphrase", () => {
  it("is not made before there is one", async () => {
    const place = await vaultWith("GitHub");
    place.isManaged = true;
    expect(await addToVault(place, now, { id: "npm", key: keyNamed("npm") })).toMatchObject({ code: "passphrase_due" });
    expect(place.slots.get("previous")).toBeUndefined();
    await setPassphrase(place, now, "a quiet harbour", quickStretch);
    expect(await addToVault(place, now, { id: "npm", key: keyNamed("npm") })).toMatchObject({ ok: true });
  });
});

describe("a change (promise E3)", () => {
  it("loses nothing when two windows write at once", async () => {
    const place = await vaultWith();
    const names = Array.from({ length: 10 }, (_, index) => `site-${index}`);
    await Promise.all(names.map((id) => addToVault(place, now, { id, key: keyNamed(id) })));
    expect(await issuersIn(place)).toEqual(names);
  });

  it.each([
    { writes: 0, ending: "undone" },
    { writes: 1, ending: "undone" },
    { writes: 1, ending: "torn" },
  ] as const)("is all or nothing when write $writes is $ending", async ({ writes, ending }) => {
    const place = await vaultWith("GitHub", "npm");
    place.writesLeft = writes;
    place.ending = ending;
    expect(await addToVault(place, now, { id: "Bank", key: keyNamed("Bank") })).toMatchObject({ code: "not_saved" });
    expect(await issuersIn(place)).toEqual(["GitHub", "npm"]);
    await addToVault(place, now, { id: "Bank", key: keyNamed("Bank") });
    expect(await issuersIn(place)).toEqual(["GitHub", "npm", "Bank"]);
  });

  it("never overwrites a damaged vault, and goes back to the good copy when asked", async () => {
    const place = await vaultWith("GitHub", "npm");
    const damaged = { ...(place.slots.get("current") as object), sealed: "AAAA" };
    place.slots.set("current", damaged);
    const refused = await addToVault(place, now, { id: "Bank", key: keyNamed("Bank") });
    expect(refused).toMatchObject({
      ok: false,
      code: "damaged",
      details: { previous: { savedAt: now.toISOString() } },
    });
    expect(place.slots.get("current")).toEqual(damaged);
    expect(await startEmptyVault(place)).toMatchObject({ ok: false, code: "damaged" });
    expect(await restorePreviousVault(place)).toMatchObject({ ok: true });
    expect(await issuersIn(place)).toEqual(["GitHub"]);
    expect(place.slots.get("damaged")).toEqual(damaged);
  });

  it("takes a vault whose key is gone for damaged, not for empty", async () => {
    const place = await vaultWith("GitHub");
    place.key = undefined;
    expect(await issuersIn(place)).toBe("damaged");
    expect(await changeVault(place, now, () => [])).toMatchObject({ ok: false, code: "damaged" });
    expect(await startEmptyVault(place)).toMatchObject({ ok: true });
    expect(await issuersIn(place)).toEqual([]);
    expect(place.slots.get("damaged")).toBeDefined();
  });

  it("adds a key once, whichever of two windows is first, and keeps what the first says of it", async () => {
    const place = await vaultWith();
    const other = { ...keyNamed("GitHub"), issuer: "github.com" };
    await Promise.all([
      addToVault(place, now, { id: "a", key: keyNamed("GitHub") }),
      addToVault(place, now, { id: "b", key: other }),
    ]);
    expect(await issuersIn(place)).toEqual(["GitHub"]);
    const latchkey = { service: "http://localhost:8787", methodId: "m1" };
    const linked = await addToVault(place, now, { id: "c", key: other, latchkey });
    expect(linked.ok && linked.value).toMatchObject([{ id: "a", key: { issuer: "GitHub" }, latchkey }]);
  });

  it("counts a code on before it is known, and never gives one twice", async () => {
    const place = await vaultWith();
    const key: OtpKey = {
      type: "hotp",
      secret: secretStart,
      algorithm: "SHA1",
      digits: 6,
      counter: 0,
      issuer: "Bank",
      account: "",
    };
    await addToVault(place, now, { id: "bank", key });
    const taken = await Promise.all([1, 2, 3].map(() => takeCounterCode(place, now, "bank")));
    const codes = taken.map((each) => (each.ok ? each.value : each.code));
    expect(new Set(codes).size).toBe(3);
    place.writesLeft = 1;
    expect(await takeCounterCode(place, now, "bank")).toMatchObject({ ok: false, code: "not_saved" });
  });

  it("puts a key that was set up again in the place of the old one", async () => {
    const place = await vaultWith("GitHub");
    const latchkey = { service: "http://localhost:8787", methodId: "m1" };
    await addToVault(place, now, { id: "a", key: keyNamed("one"), latchkey });
    await addToVault(place, now, { id: "b", key: keyNamed("two"), latchkey });
    expect(await issuersIn(place)).toEqual(["GitHub", "two"]);
  });
});
