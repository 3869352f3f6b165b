import { describe, expect, it } from "vitest";
import { changePassphrase } from "../../extension/lock/change-passphrase.ts";
import type { AskPasskey } from "../../extension/lock/passkey.ts";
import { removePassphrase } from "../../extension/lock/remove-passphrase.ts";
import { removePasskey, setPasskey } from "../../extension/lock/set-passkey.ts";
import { setPassphrase } from "../../extension/lock/set-passphrase.ts";
import { unlockByPasskey, unlockVault } from "../../extension/lock/unlock.ts";
import { addToVault } from "../../extension/vault/add.ts";
import { openVault } from "../../extension/vault/open.ts";
import { restorePreviousVault } from "../../extension/vault/restore.ts";
import type { VaultOfPassphrase } from "../../extension/vault/sealed-vault.ts";
import { ok } from "../../shared/outcome.ts";
import { keyNamed, secretStart } from "../support/key-named.ts";
import { quickStretch } from "../support/passphrase.ts";
import { VaultInMemory } from "../support/vault-in-memory.ts";

const now = new Date("2026-11-25T12:00:00.000Z");
const passphrase = "a quiet harbour";

const add = (place: VaultInMemory, issuer: string) => addToVault(place, now, { id: issuer, key: keyNamed(issuer) });

async function openVaultOfBrowser(): Promise<VaultInMemory> {
  const place = new VaultInMemory();
  await add(place, "GitHub");
  await add(place, "npm");
  return place;
}

async function underPassphrase(): Promise<VaultInMemory> {
  const place = await openVaultOfBrowser();
  expect(await setPassphrase(place, now, passphrase, quickStretch)).toEqual(ok(null));
  return place;
}

async function seen(place: VaultInMemory): Promise<string[] | string> {
  const opened = await openVault(place);
  return opened.ok ? opened.value.entries.map(({ id }) => id) : opened.code;
}

const current = (place: VaultInMemory) => place.slots.get("current") as VaultOfPassphrase;

describe("E2 a passphrase", () => {
  it("E2 takes over a vault of the first format with all that is in it", async () => {
    const place = await openVaultOfBrowser();
    expect(place.slots.get("current")).toMatchObject({ version: 1, key: "browser_parts" });
    await setPassphrase(place, now, passphrase, quickStretch);
    expect(current(place)).toMatchObject({ version: 2, key: "passphrase" });
    expect(current(place).lock.passphrase).toMatchObject({ kdf: "argon2id", memoryKiB: 65_536, passes: 3, lanes: 1 });
    expect(await seen(place)).toEqual(["GitHub", "npm"]);
  });

  it("E2 is the only way in from then on, and no copy and no key of before is left", async () => {
    const place = await underPassphrase();
    expect(place.key).toBeUndefined();
    for (const slot of ["current", "previous"] as const) {
      const vault = place.slots.get(slot);
      expect(vault).toMatchObject({ version: 2 });
      for (const plain of ["GitHub", secretStart, passphrase]) expect(JSON.stringify(vault)).not.toContain(plain);
    }
    expect(await seen(place.restarted())).toBe("locked");
  });

  it("E2 unlocks after a restart, and a wrong one does not", async () => {
    const place = (await underPassphrase()).restarted();
    expect(await unlockVault(place, "another harbour", quickStretch)).toMatchObject({ code: "wrong_passphrase" });
    expect(await seen(place)).toBe("locked");
    expect(await unlockVault(place, passphrase, quickStretch)).toEqual(ok(null));
    expect(await seen(place)).toEqual(["GitHub", "npm"]);
    await add(place, "Bank");
    expect(await seen(place)).toEqual(["GitHub", "npm", "Bank"]);
  });

  it("E2 keeps what is locked from being changed", async () => {
    const place = (await underPassphrase()).restarted();
    const before = current(place);
    expect(await add(place, "Bank")).toMatchObject({ ok: false, code: "locked" });
    expect(await setPassphrase(place, now, "a passphrase of mine", quickStretch)).toMatchObject({ code: "locked" });
    expect(current(place)).toBe(before);
  });

  it("E2 is changed by wrapping the same key anew; the old one opens nothing any more, no copy either", async () => {
    const place = await underPassphrase();
    const { lock } = current(place);
    const passphrases = { current: passphrase, next: "velvet anchor ladder" };
    const wrong = { ...passphrases, current: "not it" };
    expect(await changePassphrase(place, now, wrong, quickStretch)).toMatchObject({ code: "wrong_passphrase" });
    expect(await changePassphrase(place, now, passphrases, quickStretch)).toEqual(ok(null));
    expect(current(place).lock.passphrase.salt).not.toBe(lock.passphrase.salt);
    // A window that had it open goes on with the key that it has.
    expect(await seen(place)).toEqual(["GitHub", "npm"]);
    const later = place.restarted();
    expect(await unlockVault(later, passphrase, quickStretch)).toMatchObject({ code: "wrong_passphrase" });
    expect(await unlockVault(later, passphrases.next, quickStretch)).toEqual(ok(null));
    expect(await seen(later)).toEqual(["GitHub", "npm"]);
  });

  it("E2 goes when it is given, and this browser's key is back", async () => {
    const place = await underPassphrase();
    expect(await removePassphrase(place, now, "not it", quickStretch)).toMatchObject({ code: "wrong_passphrase" });
    expect(await removePassphrase(place, now, passphrase, quickStretch)).toEqual(ok(null));
    expect(place.unlocked).toBeUndefined();
    for (const slot of ["current", "previous"] as const) expect(place.slots.get(slot)).toMatchObject({ version: 1 });
    expect(await seen(place.restarted())).toEqual(["GitHub", "npm"]);
  });
});

describe("E2 the header of a vault under a passphrase", () => {
  const changes: [string, (vault: VaultOfPassphrase) => void][] = [
    ["time", (vault) => Object.assign(vault, { savedAt: "2020-01-01T00:00:00.000Z" })],
    ["passes", ({ lock }) => Object.assign(lock.passphrase, { passes: 1 })],
    ["memory", ({ lock }) => Object.assign(lock.passphrase, { memoryKiB: 8 })],
    ["salt", ({ lock }) => Object.assign(lock.passphrase, { salt: "AAAAAAAAAAAAAAAAAAAAAA==" })],
    ["wrapped key", ({ lock }) => Object.assign(lock.passphrase, { wrapped: "AAAA" })],
  ];

  it.each(changes)(
    "E2 is bound to what it seals: with another %s it is damaged, and the good copy opens",
    async (_, change) => {
      const place = await underPassphrase();
      await add(place, "Bank");
      change(current(place));
      const later = place.restarted();
      expect(await seen(later)).toBe("locked");
      expect(await unlockVault(later, passphrase, quickStretch)).toEqual(ok(null));
      expect(await seen(later)).toBe("damaged");
      expect(await restorePreviousVault(later)).toMatchObject({ ok: true });
      expect(await seen(later)).toEqual(["GitHub", "npm"]);
    },
  );

  it.each([
    ["more memory than there is", { memoryKiB: 1 << 24 }],
    ["passes without end", { passes: 1e9 }],
    ["no passes", { passes: 0 }],
  ])("E2 cannot make this browser spend %s", async (_, by) => {
    const place = await underPassphrase();
    Object.assign(current(place).lock.passphrase, by);
    const asked: number[] = [];
    await unlockVault(place.restarted(), passphrase, (typed, stretching) => {
      asked.push(stretching.memoryKiB * stretching.passes);
      return quickStretch(typed, stretching);
    });
    expect(asked).toEqual([65_536 * 3]);
  });
});

describe("E2 a passkey", () => {
  const answers =
    (byte: number): AskPasskey =>
    async () =>
      ok(new Uint8Array(32).fill(byte));
  const make = async () => ok({ credentialId: "AQID", salt: "BAUG" });

  it("E2 unlocks beside the passphrase, after that was changed too, and no longer once it is removed", async () => {
    const place = await underPassphrase();
    const passkey = { passphrase, make, ask: answers(7) };
    expect(await setPasskey(place, now, { ...passkey, passphrase: "not it" }, quickStretch)).toMatchObject({
      code: "wrong_passphrase",
    });
    expect(await setPasskey(place, now, passkey, quickStretch)).toEqual(ok(null));
    await changePassphrase(place, now, { current: passphrase, next: "velvet anchor ladder" }, quickStretch);

    const later = place.restarted();
    expect(await unlockByPasskey(later, answers(8))).toMatchObject({ code: "no_passkey" });
    expect(await seen(later)).toBe("locked");
    expect(await unlockByPasskey(later, answers(7))).toEqual(ok(null));
    expect(await seen(later)).toEqual(["GitHub", "npm"]);

    expect(await removePasskey(later, now)).toEqual(ok(null));
    expect(await unlockByPasskey(later.restarted(), answers(7))).toMatchObject({ code: "no_passkey" });
  });
});
