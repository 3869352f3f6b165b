import { describe, expect, it } from "vitest";
import { setPassphrase } from "../../extension/lock/set-passphrase.ts";
import { unlockVault } from "../../extension/lock/unlock.ts";
import { addToVault } from "../../extension/vault/add.ts";
import { deleteAside, listAside, startOver } from "../../extension/vault/aside.ts";
import { openVault } from "../../extension/vault/open.ts";
import { takeCounterCode } from "../../extension/vault/take-counter.ts";
import { ok } from "../../shared/outcome.ts";
import {
  add,
  asideOf,
  bring,
  everything,
  later,
  lockedByNext,
  lockedByOld,
  next,
  now,
  old,
  seen,
  startedOver,
} from "../support/forgotten-vault.ts";
import { keyNamed } from "../support/key-named.ts";
import { quickStretch } from "../support/passphrase.ts";
import { VaultInMemory } from "../support/vault-in-memory.ts";

describe("E3 a forgotten passphrase", () => {
  it("E3 is no dead end: the vault is empty, and the old one is put aside with its time", async () => {
    const place = await lockedByOld();
    const before = place.slots.get("current");
    expect(await startOver(place, now)).toEqual(ok(null));
    expect(await seen(place)).toEqual([]);
    const aside = await listAside(place);
    expect(aside).toMatchObject([{ putAsideAt: now.toISOString() }]);
    expect(aside[0]?.copies[0]).toEqual(before);
    expect(await add(place, "new")).toMatchObject({ ok: true });
    expect(await seen(place.restarted())).toEqual(["new"]);
  });

  it("E3 brings the old one back by its passphrase and by no other, under which all of it is then", async () => {
    const place = await startedOver();
    expect(await bring(place, "not it")).toMatchObject({ code: "wrong_passphrase" });
    expect(await seen(place)).toEqual(["new"]);
    expect(await bring(place, old)).toEqual(ok(null));
    expect(await seen(place)).toEqual(["new", "one", "two"]);
    expect(await listAside(place)).toEqual([]);
    const restarted = place.restarted();
    expect(restarted.key).toBeUndefined();
    expect(await seen(restarted)).toBe("locked");
    expect(await unlockVault(restarted, old, quickStretch)).toEqual(ok(null));
    expect(await everything(restarted)).toEqual(["new", "one", "three", "two"]);
  });

  it("E3 before anything new was saved, it is as it was", async () => {
    const place = await lockedByOld();
    await startOver(place, now);
    expect(await bring(place, old)).toEqual(ok(null));
    expect(await seen(place)).toEqual(["one", "two"]);
    expect(await everything(place.restarted())).toEqual(["one", "three", "two"]);
  });

  it("E3 what comes back to codes under a passphrase of their own is under that one", async () => {
    const place = await lockedByNext();
    await unlockVault(place, next, quickStretch);
    expect(await bring(place, old)).toEqual(ok(null));
    expect(await seen(place)).toEqual(["new", "one", "two"]);
    const restarted = place.restarted();
    expect(await unlockVault(restarted, old, quickStretch)).toMatchObject({ code: "wrong_passphrase" });
    expect(await unlockVault(restarted, next, quickStretch)).toEqual(ok(null));
  });

  it("E3 what comes back while other codes are locked takes their place, and they are put aside", async () => {
    const place = await lockedByNext();
    expect(await bring(place, old)).toEqual(ok(null));
    expect(await seen(place)).toEqual(["one", "two"]);
    expect(await listAside(place)).toMatchObject([{ putAsideAt: later.toISOString() }]);
    expect(await bring(place, next)).toEqual(ok(null));
    expect(await seen(place)).toEqual(["new", "one", "two"]);
  });

  it("E3 forgotten twice, both are there", async () => {
    const place = await lockedByNext();
    expect(await startOver(place, later)).toEqual(ok(null));
    expect((await listAside(place)).map(({ putAsideAt }) => putAsideAt)).toEqual(
      [later, now].map((time) => time.toISOString()),
    );
    expect(await everything(place)).toEqual(["new", "one", "three", "two"]);
  });

  it("E3 an account that both have is there once, and its counter never goes back", async () => {
    const counter = (id: string, at: number) => ({
      id,
      key: { ...keyNamed("Bank"), type: "hotp" as const, counter: at },
    });
    const place = new VaultInMemory();
    await addToVault(place, now, counter("before", 7));
    await setPassphrase(place, now, old, quickStretch);
    const over = place.restarted();
    await startOver(over, now);
    await addToVault(over, now, counter("since", 1));
    await bring(over, old);
    expect(await seen(over)).toEqual(["since"]);
    await takeCounterCode(over, now, "since");
    const opened = await openVault(over);
    expect(opened.ok && opened.value.entries[0]?.key).toMatchObject({ counter: 8 });
  });

  it("E3 deleted for good, nothing of it is left", async () => {
    const place = await startedOver();
    expect(await deleteAside(place, await asideOf(place))).toEqual(ok(null));
    expect(await listAside(place)).toEqual([]);
    expect(await everything(place)).toEqual(["new"]);
  });

  it("E3 a vault that opens is never put aside", async () => {
    const open = new VaultInMemory();
    await add(open, "one");
    const unlocked = await lockedByOld();
    await unlockVault(unlocked, old, quickStretch);
    for (const place of [open, unlocked]) {
      expect(await startOver(place, now)).toEqual(ok(null));
      expect(await listAside(place)).toEqual([]);
    }
    expect(await seen(unlocked)).toEqual(["one", "two"]);
  });

  it("E3 nor is one that is damaged, or of a newer version", async () => {
    for (const [vault, code] of [
      [{ format: "latchkey-vault" }, "damaged"],
      [{ format: "latchkey-vault", version: 9 }, "newer"],
    ] as const) {
      const place = new VaultInMemory();
      place.slots.set("current", vault);
      expect(await startOver(place, now)).toMatchObject({ code });
      expect(place.slots.get("current")).toEqual(vault);
    }
  });
});

describe("E3 two windows", () => {
  it("E3 start over at once: one vault is put aside, once", async () => {
    const place = await lockedByOld();
    await Promise.all([startOver(place, now), startOver(place, now), add(place, "new")]);
    expect(await listAside(place)).toHaveLength(1);
    expect(await everything(place)).toEqual(expect.arrayContaining(["one", "three", "two"]));
  });

  it("E3 one unlocks what the other gives up: it is in the one place or the other", async () => {
    const place = await lockedByOld();
    await Promise.all([startOver(place, now), unlockVault(place, old, quickStretch)]);
    expect(await everything(place.restarted())).toEqual(["one", "three", "two"]);
  });

  it("E3 bring it back at once, and one of them deletes it: it is back once, or gone as was asked", async () => {
    const twice = await startedOver();
    const slot = await asideOf(twice);
    const answers = await Promise.all([bring(twice, old, slot), bring(twice, old, slot)]);
    expect(answers.filter((each) => each.ok).length).toBeGreaterThan(0);
    expect(await everything(twice)).toEqual(["new", "one", "three", "two"]);

    const deleted = await startedOver();
    const gone = await asideOf(deleted);
    await deleteAside(deleted, gone);
    expect(await bring(deleted, old, gone)).toMatchObject({ code: "gone" });
    expect(await seen(deleted)).toEqual(["new"]);
  });
});

describe("E7 an organization's rules", () => {
  it("E7 hold after starting over: nothing is kept without a passphrase, and nothing is given", async () => {
    const place = await lockedByOld();
    place.isManaged = true;
    await startOver(place, now);
    expect(await add(place, "new")).toMatchObject({ code: "passphrase_due" });
    expect(await seen(place)).toBe("passphrase_due");
    expect(await bring(place, old)).toEqual(ok(null));
    expect(await seen(place)).toEqual(["one", "two"]);
    expect(place.slots.get("current")).toMatchObject({ version: 2 });
  });

  it("E7 what is brought back never joins codes without a passphrase of its own accord", async () => {
    const place = await startedOver();
    place.isManaged = true;
    expect(await seen(place)).toBe("passphrase_due");
    expect(await bring(place, old)).toEqual(ok(null));
    expect(place.slots.get("current")).toMatchObject({ version: 2 });
    expect(place.slots.get("previous")).toMatchObject({ version: 2 });
  });
});

describe("E8 where the browser keeps no key", () => {
  it("E8 starting over and bringing back work, too", async () => {
    const place = await lockedByOld();
    place.isPrivate = true;
    expect(await startOver(place, now)).toEqual(ok(null));
    expect(await seen(place)).toBe("keeps_no_key");
    expect(await bring(place, old)).toEqual(ok(null));
    expect(await seen(place)).toEqual(["one", "two"]);
  });
});
