import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Outcome } from "../../shared/outcome.ts";
import { copyCode } from "../clipboard/state.ts";
import type { ScanSource } from "../scan/source.ts";
import type { Change, ChangeFailure } from "../vault/change.ts";
import { namesOf, type VaultEntry } from "../vault/entry.ts";
import { type OpenFailure, openVault, type PreviousCopy } from "../vault/open.ts";
import { browserPlace, onVaultChange } from "../vault/place.ts";
import { restorePreviousVault, startEmptyVault } from "../vault/restore.ts";
import { takeCounterCode } from "../vault/take-counter.ts";

/** The vault as the screen knows it. */
export type VaultView =
  | { at: "opening" }
  | { at: "open"; entries: VaultEntry[] }
  | { at: "closed"; why: OpenFailure; previous?: PreviousCopy };

/** How an account is added, and where its code is looked for at once. */
export interface ToAdd {
  by: "scan" | "link" | "key";
  source?: ScanSource;
}

/** What is open beside the list. */
export type Open = { at: "list" } | { at: "fill" } | ({ at: "add" } & ToAdd) | { at: "entry"; id: string };

/** What has just been done, to be said. */
export type Said =
  | { what: "copied" | "saved" | "removed"; name: string }
  | { what: "not_saved" | "not_copied" }
  /** A sentence of another feature, in the person's language. */
  | { what: "told"; text: string; isFailure?: boolean };

/** The accounts' codes, and what is being done with them. */
export interface CodesState {
  vault: ReadonlySignal<VaultView>;
  query: Signal<string>;
  /** The accounts that the query finds, in the order they are shown. */
  found: ReadonlySignal<VaultEntry[]>;
  open: Signal<Open>;
  /** The account whose code was copied a moment ago. */
  copied: ReadonlySignal<string | null>;
  /** Codes by count that were asked for since the popup was opened, by account. */
  counted: ReadonlySignal<Record<string, string>>;
  said: Signal<Said | null>;
  load: () => Promise<void>;
  /** Follows changes of the vault, by whichever window, until the answered function is called. */
  watch: () => () => void;
  copy: (entry: VaultEntry, code: string) => Promise<void>;
  countOn: (entry: VaultEntry) => Promise<void>;
  /** Takes what a change of the vault answered; says so where nothing was saved. Answers whether it was. */
  take: (change: Change) => boolean;
  restore: () => Promise<void>;
  startEmpty: () => Promise<void>;
}

const copiedMs = 2000;

/** The codes of this browser's vault, which has not been opened yet; `first` is what is shown once it is. */
export function createCodes(first: Open = { at: "list" }): CodesState {
  const vault = signal<VaultView>({ at: "opening" });
  const query = signal("");
  const open = signal<Open>(first);
  const copied = signal<string | null>(null);
  const counted = signal<Record<string, string>>({});
  const said = signal<Said | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (opened: Outcome<VaultEntry[], ChangeFailure, { previous?: PreviousCopy }>) => {
    if (opened.ok) vault.value = { at: "open", entries: opened.value };
    else if (opened.code === "not_saved") said.value = { what: "not_saved" };
    else vault.value = { at: "closed", why: opened.code, previous: opened.details.previous };
    return opened.ok;
  };
  const load = async () => {
    const opened = await openVault(browserPlace);
    show(opened.ok ? { ok: true, value: opened.value.entries } : opened);
  };
  return {
    vault,
    query,
    found: computed(() => (vault.value.at === "open" ? matching(vault.value.entries, query.value) : [])),
    open,
    copied,
    counted,
    said,
    load,
    watch: () => onVaultChange(() => void load()),
    async copy(entry, code) {
      said.value = null;
      try {
        await copyCode(code);
      } catch {
        said.value = { what: "not_copied" };
        return;
      }
      copied.value = entry.id;
      said.value = { what: "copied", name: nameOf(entry) };
      clearTimeout(timer);
      timer = setTimeout(() => {
        copied.value = null;
      }, copiedMs);
    },
    async countOn(entry) {
      const taken = await takeCounterCode(browserPlace, new Date(), entry.id);
      if (taken.ok) counted.value = { ...counted.value, [entry.id]: taken.value };
      else said.value = { what: "not_saved" };
    },
    take: show,
    restore: async () => void show(await restorePreviousVault(browserPlace)),
    startEmpty: async () => void show(await startEmptyVault(browserPlace)),
  };
}

/** What an account is called in one word or two; empty where it has no name at all. */
export function nameOf(entry: VaultEntry): string {
  const { issuer, account } = namesOf(entry);
  return issuer || account;
}

/** The entries with every word of the query in their names, in whatever order; accents and case do not matter. */
export function matching(entries: readonly VaultEntry[], query: string): VaultEntry[] {
  const sought = plain(query).split(/\s+/);
  return entries.filter((entry) => {
    const { issuer, account } = namesOf(entry);
    const names = plain(`${issuer} ${account}`);
    return sought.every((word) => names.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
