import { type ReadonlySignal, signal } from "@preact/signals";
import { exclusively } from "../exclusively.ts";
import { onDisk } from "../storage.ts";
import type { VaultEntry } from "../vault/entry.ts";
import type { LastUsed, ListOrder } from "./arrange.ts";

/** The order that the person chose for the codes, and what it goes by. */
export interface ChosenOrder {
  order: ReadonlySignal<ListOrder>;
  lastUsed: ReadonlySignal<LastUsed>;
  read: () => Promise<void>;
  /** Returns whether it could be saved; where not, the order stays as it was. */
  choose: (order: ListOrder) => Promise<boolean>;
  /** Keeps that an account of `all` was used now, where the order goes by that. */
  noteUse: (entry: VaultEntry, all: readonly VaultEntry[]) => void;
}

/** The order of this browser, as it was first read, or not read yet. */
export function createListOrder(
  first: { order: ListOrder; lastUsed: LastUsed } = { order: "own", lastUsed: {} },
): ChosenOrder {
  const order = signal(first.order);
  const lastUsed = signal(first.lastUsed);
  return {
    order,
    lastUsed,
    async read() {
      lastUsed.value = (await onDisk("lastUsed").read()) ?? {};
      order.value = (await onDisk("listOrder").read()) ?? "own";
    },
    async choose(chosen) {
      const before = order.value;
      order.value = chosen;
      try {
        await exclusively("last-used", async () => {
          if (chosen !== "recent") await onDisk("lastUsed").remove();
          await onDisk("listOrder").write(chosen);
        });
        return true;
      } catch {
        order.value = before;
        return false;
      }
    },
    noteUse({ id }, all) {
      if (order.value !== "recent") return;
      const there = new Set(all.map((entry) => entry.id));
      const usedAt = new Date().toISOString();
      // Written and not shown: a row must not move away under the pointer.
      void exclusively("last-used", async () => {
        if ((await onDisk("listOrder").read()) !== "recent") return;
        const times = Object.entries({ ...(await onDisk("lastUsed").read()), [id]: usedAt });
        await onDisk("lastUsed").write(Object.fromEntries(times.filter(([each]) => there.has(each))));
        // Nobody asked for it to be saved: the next use is noted again.
      }).catch(() => {});
    },
  };
}
