import { describe, expect, it } from "vitest";
import { unlockVault } from "../../extension/lock/unlock.ts";
import { startOver } from "../../extension/vault/aside.ts";
import {
  bring,
  everything,
  later,
  lockedByNext,
  lockedByOld,
  next,
  now,
  old,
  startedOver,
} from "../support/forgotten-vault.ts";
import { quickStretch } from "../support/passphrase.ts";
import type { Ending, VaultInMemory } from "../support/vault-in-memory.ts";

const endings: Ending[] = ["undone", "torn", "done"];

const deeds: Record<string, [() => Promise<VaultInMemory>, (place: VaultInMemory) => Promise<unknown>, string[]]> = {
  "starting over": [lockedByOld, (place) => startOver(place, now), ["one", "three", "two"]],
  "starting over again": [lockedByNext, (place) => startOver(place, later), ["new", "one", "three", "two"]],
  "bringing back to codes without a passphrase": [
    startedOver,
    (place) => bring(place, old),
    ["new", "one", "three", "two"],
  ],
  "bringing back in the place of what is locked": [
    lockedByNext,
    (place) => bring(place, old),
    ["new", "one", "three", "two"],
  ],
  "bringing back to what is unlocked": [
    async () => {
      const place = await lockedByNext();
      await unlockVault(place, next, quickStretch);
      return place;
    },
    (place) => bring(place, old),
    ["new", "one", "three", "two"],
  ],
};

describe("E3 whatever happens in the middle of it", () => {
  for (const [deed, [prepare, act, all]] of Object.entries(deeds)) {
    it.each(endings.flatMap((ending) => [true, false].map((isKilled) => ({ ending, isKilled }))))(
      `E3 ${deed} loses nothing: $ending at each write in turn, killed: $isKilled`,
      async ({ ending, isKilled }) => {
        const whole = await prepare();
        whole.writes = 0;
        await act(whole);
        expect(whole.writes).toBeGreaterThan(1);
        for (let at = 0; at < whole.writes; at++) {
          const place = await prepare();
          Object.assign(place, { writesLeft: at, ending, isKilledThen: isKilled, isFullThen: !isKilled });
          await act(place).catch(() => {});
          place.writesLeft = undefined;
          expect(await everything(place.restarted()), `write ${at}`).toEqual(all);
        }
      },
    );
  }
});
