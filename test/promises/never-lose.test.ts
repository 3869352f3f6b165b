import { describe, expect, it } from "vitest";
import { changePassphrase } from "../../extension/lock/change-passphrase.ts";
import { removePassphrase } from "../../extension/lock/remove-passphrase.ts";
import { setPassphrase } from "../../extension/lock/set-passphrase.ts";
import { unlockVault } from "../../extension/lock/unlock.ts";
import { addToVault } from "../../extension/vault/add.ts";
import { changeVault } from "../../extension/vault/change.ts";
import { editInVault } from "../../extension/vault/edit.ts";
import { openVault } from "../../extension/vault/open.ts";
import { putBack } from "../../extension/vault/put-back.ts";
import { removeForGood, removeFromVault } from "../../extension/vault/remove.ts";
import { restorePreviousVault, startEmptyVault } from "../../extension/vault/restore.ts";
import { keyNamed } from "../support/key-named.ts";
import { quickStretch } from "../support/passphrase.ts";
import { type Ending, VaultInMemory } from "../support/vault-in-memory.ts";

const now = new Date("2026-11-25T12:00:00.000Z");
const [old, next] = ["an old passphrase", "a new passphrase"];

const add = (place: VaultInMemory, id: string) => addToVault(place, now, { id, key: keyNamed(id) });

async function filled(place = new VaultInMemory()): Promise<VaultInMemory> {
  for (const id of ["one", "two", "three"]) await add(place, id);
  await removeFromVault(place, now, "three");
  return place;
}

async function locked(): Promise<VaultInMemory> {
  const place = await filled();
  await setPassphrase(place, now, old, quickStretch);
  return place;
}

async function damaged(): Promise<VaultInMemory> {
  const place = await filled();
  place.slots.set("current", { ...(place.slots.get("current") as object), sealed: "AAAA" });
  return place;
}

/** What a person can do that writes, and the vault that they do it to. */
const deeds: Record<string, [() => Promise<VaultInMemory>, (place: VaultInMemory) => Promise<unknown>]> = {
  "the first account": [async () => new VaultInMemory(), (place) => add(place, "four")],
  adding: [filled, (place) => add(place, "four")],
  "adding under a passphrase": [locked, (place) => add(place, "four")],
  renaming: [filled, (place) => editInVault(place, now, "one", { names: { issuer: "One", account: "" } })],
  removing: [filled, (place) => removeFromVault(place, now, "one")],
  "removing for good": [filled, (place) => removeForGood(place, now, "three")],
  "putting back": [filled, (place) => putBack(place, now, "three")],
  "setting a passphrase": [filled, (place) => setPassphrase(place, now, old, quickStretch)],
  "setting one before the first account": [
    async () => new VaultInMemory(),
    (place) => setPassphrase(place, now, old, quickStretch),
  ],
  "changing it": [locked, (place) => changePassphrase(place, now, { current: old, next }, quickStretch)],
  "removing it": [locked, (place) => removePassphrase(place, now, old, quickStretch)],
  "going back to the good copy": [damaged, (place) => restorePreviousVault(place)],
};

/** Everything in the vault, with a passphrase where it needs one, and as the person would go on where it is damaged. */
async function everythingIn(place: VaultInMemory): Promise<string> {
  for (const passphrase of [old, next]) await unlockVault(place, passphrase, quickStretch);
  let opened = await openVault(place);
  if (!opened.ok) {
    expect(opened.code).toBe("damaged");
    if (!(await restorePreviousVault(place)).ok) await startEmptyVault(place);
    opened = await openVault(place);
  }
  return JSON.stringify(opened.ok ? opened.value.content : opened);
}

const endings: Ending[] = ["undone", "torn", "done"];

describe("E3 whatever happens in the middle of a write", () => {
  for (const [deed, [prepare, act]] of Object.entries(deeds)) {
    const run = async (fails?: { at: number; ending: Ending; isKilled: boolean }) => {
      const place = await prepare();
      const before = await everythingIn((await prepare()).restarted());
      place.writes = 0;
      if (fails) {
        place.writesLeft = fails.at;
        place.ending = fails.ending;
        place.isKilledThen = fails.isKilled;
        place.isFullThen = !fails.isKilled;
      }
      await act(place).catch(() => {});
      place.writesLeft = undefined;
      return { before, after: await everythingIn(place.restarted()), writes: place.writes };
    };

    it.each(endings)(
      `E3 ${deed}: a browser that is killed at each write in turn, %s, has the old or the new`,
      async (ending) => {
        const whole = await run();
        expect(whole.writes).toBeGreaterThan(0);
        for (let at = 0; at < whole.writes; at++) {
          const { after, before } = await run({ at, ending, isKilled: true });
          expect([before, whole.after], `killed at write ${at}`).toContain(after);
        }
      },
    );

    it.each(endings)(`E3 ${deed}: a disk that is full from each write on, %s, loses nothing`, async (ending) => {
      const whole = await run();
      for (let at = 0; at < whole.writes; at++) {
        const { after, before } = await run({ at, ending, isKilled: false });
        expect([before, whole.after], `full from write ${at} on`).toContain(after);
      }
    });
  }
});

describe("E3 nothing empty overwrites something full", () => {
  it("E3 by whatever change", async () => {
    const place = await filled();
    expect(await changeVault(place, now, () => [])).toMatchObject({ ok: false, code: "not_saved" });
    expect(await everythingIn(place)).toContain('"id":"one"');
  });

  it("E3 but the last account can be removed, and then for good", async () => {
    const place = new VaultInMemory();
    await add(place, "only");
    expect(await removeFromVault(place, now, "only")).toMatchObject({ ok: true, value: [] });
    expect(await everythingIn(place)).toContain('"id":"only"');
    expect(await removeForGood(place, now, "only")).toMatchObject({ ok: true, value: [] });
    expect(await everythingIn(place)).not.toContain("only");
  });
});

describe("E3 each write is read back", () => {
  it.each(["current", "previous"] as const)(
    "E3 and what did not arrive in the %s copy is not called saved",
    async (slot) => {
      const place = await filled();
      const before = await everythingIn(place);
      const write = place.write.bind(place);
      let ignored = 0;
      place.write = async (to, value) => {
        if (to === slot && ignored++ === 0) return;
        await write(to, value);
      };
      expect(await add(place, "four")).toMatchObject({ ok: false, code: "not_saved" });
      expect(await everythingIn(place)).toBe(before);
    },
  );
});

describe("E3 two windows and the background at once", () => {
  it("E3 lose nothing, whatever each of them does", async () => {
    const place = await filled();
    await Promise.all([
      ...["a", "b", "c"].map((id) => add(place, id)),
      setPassphrase(place, now, old, quickStretch),
      removeFromVault(place, now, "one"),
      putBack(place, now, "three"),
      ...["d", "e", "f"].map((id) => add(place, id)),
    ]);
    const opened = await openVault(place);
    const ids = opened.ok ? opened.value.entries.map(({ id }) => id) : [];
    expect(ids.toSorted()).toEqual(["a", "b", "c", "d", "e", "f", "three", "two"]);
    expect(place.slots.get("current")).toMatchObject({ version: 2 });
  });

  it("E3 and one passphrase is set, not two", async () => {
    const place = await filled();
    const set = await Promise.all([old, next].map((passphrase) => setPassphrase(place, now, passphrase, quickStretch)));
    expect(set.map((each) => (each.ok ? "set" : each.code)).toSorted()).toEqual(["has_passphrase", "set"]);
    expect(await everythingIn(place.restarted())).toContain('"id":"one"');
  });
});
