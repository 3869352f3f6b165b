import { type ReadonlySignal, signal } from "@preact/signals";
import { words as lockWords } from "../lock/words.ts";
import type { Change } from "../vault/change.ts";
import { type BinnedEntry, namesOf } from "../vault/entry.ts";
import { openVault } from "../vault/open.ts";
import { browserPlace, onVaultChange } from "../vault/place.ts";
import { putBack } from "../vault/put-back.ts";
import { removeForGood } from "../vault/remove.ts";
import { leavesBinAt, withoutExpired } from "../vault/rules.ts";
import { words } from "./words.ts";

/** What was removed and can still be put back. */
export interface Bin {
  /** The last removed first; null before it is known, `locked` and `closed` where the vault does not open. */
  binned: ReadonlySignal<BinnedEntry[] | "locked" | "closed" | null>;
  said: ReadonlySignal<string>;
  /** What the person is asked about, before it is gone for good. */
  asked: ReadonlySignal<BinnedEntry | null>;
  ask: (binned: BinnedEntry | null) => void;
  load: () => Promise<void>;
  /** Follows the vault until the answered function is called. */
  watch: () => () => void;
  putBack: (binned: BinnedEntry) => Promise<void>;
  removeForGood: (binned: BinnedEntry) => Promise<void>;
}

/** The bin of this browser's vault, with nothing read yet. */
export function createBin(): Bin {
  const binned = signal<BinnedEntry[] | "locked" | "closed" | null>(null);
  const said = signal("");
  const asked = signal<BinnedEntry | null>(null);
  const load = async () => {
    const opened = await openVault(browserPlace);
    if (opened.ok) binned.value = (withoutExpired(opened.value.content, new Date()).bin ?? []).toReversed();
    else binned.value = opened.code === "locked" ? "locked" : "closed";
  };
  const take = async (change: Change, done: string) => {
    said.value = change.ok ? done : lockWords.problems[change.code];
    await load();
  };
  return {
    binned,
    said,
    asked,
    ask(next) {
      asked.value = next;
    },
    load,
    watch: () => onVaultChange(() => void load()),
    async putBack({ entry }) {
      await take(await putBack(browserPlace, new Date(), entry.id), words.isBack(nameOf(entry)));
    },
    async removeForGood({ entry }) {
      asked.value = null;
      await take(await removeForGood(browserPlace, new Date(), entry.id), words.isGone(nameOf(entry)));
    },
  };
}

/** What a removed account is called, in any case something. */
export function nameOf(entry: BinnedEntry["entry"]): string {
  const { issuer, account } = namesOf(entry);
  return issuer || account || words.noName;
}

/** Whole days, begun ones counted, until an account leaves the bin. */
export function daysLeft({ removedAt }: BinnedEntry, nowMs: number): number {
  return Math.max(0, Math.ceil((leavesBinAt(removedAt) - nowMs) / 86_400_000));
}
