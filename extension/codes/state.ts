import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Outcome } from "../../shared/outcome.ts";
import { copyCode } from "../clipboard/state.ts";
import type { FirstRead } from "../first-codes/read.ts";
import { offerPassphrase } from "../lock/offer-state.ts";
import type { ToAdd } from "../scan/source.ts";
import type { Change, ChangeFailure } from "../vault/change.ts";
import { nameOf, type VaultEntry } from "../vault/entry.ts";
import type { NewPlace } from "../vault/move.ts";
import { isUnwritten, openVault, type PreviousCopy } from "../vault/open.ts";
import { browserPlace, onVaultChange } from "../vault/place.ts";
import { withoutExpired } from "../vault/rules.ts";
import { arranged, type ListOrder, matching, tagsIn } from "./arrange.ts";
import { type Draft, readDraft } from "./keep-draft.ts";
import { createListOrder } from "./list-order.ts";
import { readReminder } from "./read-reminder.ts";
import type { BackupReminder } from "./reminder.ts";
import { type VaultView, viewOf } from "./vault-view.ts";

/** What is open beside the list. */
export type Open =
  | { at: "list" | "bin" | "fill" | "keep" | "select" }
  /** Of these alone, by their ids, where they are given. */
  | { at: "export"; ids?: string[] }
  /** With links that were found elsewhere, such as on the parts of an export in QR codes. */
  | { at: "import"; text?: string; files?: readonly File[] }
  | ({ at: "add" } & ToAdd)
  | { at: "entry" | "qr"; id: string };

/** What has just been done, to be said. */
export type Said =
  | { what: "copied" | "saved" | "removed"; name: string }
  | { what: "imported"; count: number }
  | { what: "moved"; name: string; place: number; of: number }
  | { what: "not_saved" | "not_copied" | "not_cleared" }
  /** A sentence of another feature, in the person's language. */
  | { what: "told"; text: string; isFailure?: boolean; undo?: () => void };

/** The accounts' codes, and what is being done with them. */
export interface CodesState {
  vault: ReadonlySignal<VaultView>;
  query: Signal<string>;
  /** The accounts that the query and the tag find, in the order they are shown. */
  found: ReadonlySignal<VaultEntry[]>;
  /** Every tag there is. */
  tags: ReadonlySignal<string[]>;
  /** The tag whose accounts are shown alone. */
  tag: Signal<string | null>;
  order: ReadonlySignal<ListOrder>;
  chooseOrder: (order: ListOrder) => Promise<void>;
  /** Whether what is shown is all there is, in the person's own order, so that an account can be moved. */
  canMove: ReadonlySignal<boolean>;
  move: (entry: VaultEntry, target: NewPlace) => Promise<void>;
  /** That a backup is due. */
  reminder: ReadonlySignal<BackupReminder>;
  open: Signal<Open>;
  /** How many accounts are in the bin. */
  binned: ReadonlySignal<number>;
  /** What was being added when the window closed, until it is gone on with. */
  takeDraft: () => Draft | undefined;
  /** The account whose code was copied a moment ago. */
  copied: ReadonlySignal<string | null>;
  /** Codes by count that were asked for since the popup was opened, by account. */
  counted: ReadonlySignal<Record<string, string>>;
  said: Signal<Said | null>;
  /** Reads the vault, or goes on from what was read first. */
  load: (first?: FirstRead) => Promise<void>;
  /** Follows changes of the vault, by whichever window, until the answered function is called. */
  watch: () => () => void;
  copy: (entry: VaultEntry, code: string) => Promise<void>;
  countOn: (entry: VaultEntry) => Promise<void>;
  /** Takes what a change of the vault answered; says so where nothing was saved. Answers whether it was. */
  take: (change: Change) => boolean;
  restore: () => Promise<void>;
  startEmpty: () => Promise<void>;
}

const loadRestore = () => import("../vault/restore.ts");

/** The codes of this browser's vault, as far as `read` says; `first` is the screen that shows. */
export function createCodes(first: Open = { at: "list" }, read?: FirstRead): CodesState {
  const vault = signal<VaultView>(viewOf(read));
  const query = signal(read?.typed ?? "");
  const open = signal<Open>(first);
  const binned = signal(0);
  let draft: Draft | undefined;
  let isDraftRead = false;
  const copied = signal<string | null>(null);
  const counted = signal<Record<string, string>>({});
  const said = signal<Said | null>(null);
  const tag = signal<string | null>(null);
  const listed = createListOrder(read);
  const { order } = listed;
  const reminder = signal<BackupReminder>(null);
  const entries = computed(() => (vault.value.at === "open" ? vault.value.entries : []));
  const tags = computed(() => tagsIn(entries.value));
  // A tag whose last account is gone is no longer asked for.
  const askedTag = computed(() => (tag.value !== null && tags.value.includes(tag.value) ? tag.value : null));
  const found = computed(() => {
    const tagged = entries.value.filter(
      (entry) => askedTag.value === null || (entry.tags?.includes(askedTag.value) ?? false),
    );
    return arranged(matching(tagged, query.value), order.value, listed.lastUsed.value);
  });
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (opened: Outcome<VaultEntry[], ChangeFailure, { previous?: PreviousCopy }>) => {
    if (opened.ok) vault.value = { at: "open", entries: opened.value };
    else if (opened.code === "not_saved") said.value = { what: "not_saved" };
    else if (opened.code === "passphrase_due") vault.value = { at: "passphrase_due" };
    else vault.value = { at: "closed", why: opened.code, previous: opened.details.previous };
    return opened.ok;
  };
  const load = async (first?: FirstRead) => {
    const [opened, kept] = await Promise.all([
      first?.opened ?? openVault(browserPlace),
      // It is less than the codes: where it cannot be read they are shown all the same.
      isDraftRead ? undefined : readDraft(browserPlace).catch(() => undefined),
    ]);
    if (!opened.ok && opened.code === "keeps_no_key" && (await isUnwritten(browserPlace))) {
      vault.value = { at: "passphrase_due", by: "browser" };
      return;
    }
    if (!opened.ok) {
      show(opened);
      return;
    }
    const { content, entries } = opened.value;
    isDraftRead = true;
    if (kept) {
      draft = kept;
      open.value = { at: "add", by: kept.by };
    }
    binned.value = withoutExpired(content, new Date()).bin?.length ?? 0;
    show({ ok: true, value: entries });
    await offerPassphrase(opened.value);
    reminder.value = await readReminder(entries, opened.value.sealed?.savedAt);
  };
  return {
    vault,
    query,
    found,
    tags,
    tag,
    order,
    async chooseOrder(chosen) {
      if (!(await listed.choose(chosen))) said.value = { what: "not_saved" };
    },
    canMove: computed(() => order.value === "own" && query.value === "" && askedTag.value === null),
    async move(entry, target) {
      const { moveInVault } = await import("../vault/move.ts");
      if (!show(await moveInVault(browserPlace, new Date(), entry.id, target))) return;
      const place = found.value.findIndex(({ id }) => id === entry.id) + 1;
      said.value = { what: "moved", name: nameOf(entry), place, of: found.value.length };
    },
    reminder,
    open,
    binned,
    takeDraft() {
      const taken = draft;
      draft = undefined;
      return taken;
    },
    copied,
    counted,
    said,
    load: async (first) => void (await Promise.all([first ? undefined : listed.read(), load(first)])),
    watch: () => onVaultChange(() => void load()),
    async copy(entry, code) {
      said.value = null;
      let isSeenTo: boolean;
      try {
        isSeenTo = await copyCode(code);
      } catch {
        said.value = { what: "not_copied" };
        return;
      }
      listed.noteUse(entry, entries.value);
      copied.value = entry.id;
      said.value = isSeenTo ? { what: "copied", name: nameOf(entry) } : { what: "not_cleared" };
      clearTimeout(timer);
      timer = setTimeout(() => {
        copied.value = null;
      }, 2000);
    },
    async countOn(entry) {
      const { takeCounterCode } = await import("../vault/take-counter.ts");
      const taken = await takeCounterCode(browserPlace, new Date(), entry.id);
      if (taken.ok) listed.noteUse(entry, entries.value);
      if (taken.ok) counted.value = { ...counted.value, [entry.id]: taken.value };
      else said.value = { what: "not_saved" };
    },
    take: show,
    restore: async () => void show(await (await loadRestore()).restorePreviousVault(browserPlace)),
    startEmpty: async () => void show(await (await loadRestore()).startEmptyVault(browserPlace)),
  };
}
