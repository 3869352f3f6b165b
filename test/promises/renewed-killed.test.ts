import { describe, expect, it } from "vitest";
import { openVault } from "../../extension/vault/open.ts";
import { renewBrowserKey } from "../../extension/vault/renew-key.ts";
import { restorePreviousVault } from "../../extension/vault/restore.ts";
import { sealVault } from "../../extension/vault/seal.ts";
import { keyNamed } from "../support/key-named.ts";
import { type Ending, VaultInMemory } from "../support/vault-in-memory.ts";

const savedAt = new Date("2026-11-01T12:00:00.000Z");
const now = new Date("2026-11-25T12:00:00.000Z");
const both = ["GitHub", "npm"];

/** A vault and its copy, sealed by a key that lies whole in a database, as it was done before. */
async function ofBefore(): Promise<VaultInMemory> {
  const place = new VaultInMemory();
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const entries = both.map((id) => ({ id, key: keyNamed(id), addedAt: savedAt.toISOString() }));
  for (const [slot, held] of [
    ["previous", entries.slice(0, 1)],
    ["current", entries],
  ] as const) {
    place.slots.set(slot, await sealVault({ entries: held }, { key, kept: "browser" }, savedAt));
  }
  place.oldKey = key;
  return place;
}

async function seen(place: VaultInMemory): Promise<string[] | string> {
  const opened = await openVault(place);
  return opened.ok ? opened.value.entries.map(({ id }) => id) : opened.code;
}

/** What is there opens for whoever has the key of before and nothing else. */
async function seenByOldKey(place: VaultInMemory, oldKey: CryptoKey | undefined): Promise<string[]> {
  const codes: string[] = [];
  for (const slot of place.slots.keys()) {
    const thief = new VaultInMemory();
    thief.oldKey = oldKey;
    thief.key = oldKey;
    thief.slots.set("current", place.slots.get(slot));
    if (Array.isArray(await seen(thief))) codes.push(slot);
  }
  return codes;
}

const endings: Ending[] = ["undone", "torn", "done"];

describe("E3 whatever happens while a vault is sealed by a key of two parts", () => {
  it.each(endings.flatMap((ending) => [true, false].map((isKilled) => ({ ending, isKilled }))))(
    "E3 it opens with all that is in it, and in the end the key of before opens nothing: $ending, killed: $isKilled",
    async ({ ending, isKilled }) => {
      const whole = await ofBefore();
      await renewBrowserKey(whole, now);
      // The key, the two copies, the copy of before, and the key of before.
      expect(whole.writes).toBe(5);
      for (let at = 0; at < whole.writes; at++) {
        const place = await ofBefore();
        const { oldKey } = place;
        expect(await seenByOldKey(place, oldKey)).toEqual(["previous", "current"]);
        Object.assign(place, { writesLeft: at, ending, isKilledThen: isKilled, isFullThen: !isKilled });
        await renewBrowserKey(place, now).catch(() => {});
        const next = place.restarted();
        // A write that was torn in two shows as damage, with the good copy to go back to.
        if ((await seen(next)) === "damaged") await restorePreviousVault(next);
        expect(await seen(next), `write ${at}`).toEqual(both);
        await renewBrowserKey(next, now);
        expect(next.oldKey, `write ${at}`).toBeUndefined();
        expect(await seenByOldKey(next, oldKey), `write ${at}`).toEqual([]);
        expect(await seen(next.restarted()), `write ${at}`).toEqual(both);
      }
    },
  );
});
