import { type ReadonlySignal, signal } from "@preact/signals";
import type { CodesState } from "../codes/state.ts";
import { type LookFailure, lookIn } from "../scan/look-in.ts";
import type { ScanSource } from "../scan/source.ts";
import type { Opening } from "../surface/opening.ts";
import { addManyToVault } from "../vault/add-many.ts";
import { nameOf, type VaultEntry } from "../vault/entry.ts";
import { browserPlace } from "../vault/place.ts";
import { type Found, type FoundAccount, sortOut } from "./found.ts";
import { readScannedText } from "./read-scanned-text.ts";
import { scanWords } from "./scan-words.ts";

/** Why a scan brought nothing; `start`: how a text begins that holds no account. */
export type ScanProblem =
  | { code: LookFailure | "no_camera" }
  | { code: "not_a_key"; start: string }
  | { code: "bad_migration" };

/** How far a scan has come. */
export type ScanView =
  | { at: "ready"; problem?: ScanProblem }
  | { at: "looking" }
  | { at: "camera" }
  | { at: "found"; found: Found };

/** A scan for accounts, and the choice among those that were found. */
export interface Scan {
  view: ReadonlySignal<ScanView>;
  /** The ids of the accounts that will be added. */
  chosen: ReadonlySignal<ReadonlySet<string>>;
  saving: ReadonlySignal<boolean>;
  look: (source: ScanSource) => Promise<void>;
  /** Takes a text that the camera saw; answers whether that ends the looking. */
  takeText: (text: string) => boolean;
  giveUp: (problem?: ScanProblem) => void;
  choose: (account: FoundAccount, isChosen: boolean) => void;
  /** Chooses every account that is not here already, or none. */
  chooseAll: (isChosen: boolean) => void;
  save: () => Promise<void>;
}

/** What was scanned of exports since this window was opened: the parts of one are scanned one after the other. */
const exports = new Set<string>();

/** A scan for accounts to add to `entries`, with nothing found yet. */
export function createScan(codes: CodesState, entries: VaultEntry[], opening: Opening): Scan {
  const view = signal<ScanView>({ at: "ready" });
  const chosen = signal<ReadonlySet<string>>(new Set());
  const saving = signal(false);

  const take = (texts: string[]) => {
    const found = sortOut(texts.flatMap(readScannedText), entries, () => crypto.randomUUID());
    if (found.migrations.length > 0) {
      const isGood = (text: string) => readScannedText(text).some(({ kind }) => kind === "key" || kind === "migration");
      for (const text of texts.filter(isGood)) exports.add(text);
      // What is damaged is named there, and once.
      const damaged = texts.filter((text) => readScannedText(text).some(({ kind }) => kind === "bad_migration"));
      codes.open.value = { at: "import", text: [...new Set([...exports, ...damaged])].join("\n") };
      return;
    }
    if (found.accounts.length === 0) {
      view.value = { at: "ready", problem: problemOf(found) };
      return;
    }
    chosen.value = freshIn(found);
    view.value = { at: "found", found };
  };
  return {
    view,
    chosen,
    saving,
    async look(source) {
      if (source.from === "camera") {
        view.value = { at: "camera" };
        return;
      }
      view.value = { at: "looking" };
      const texts = await lookIn(source, opening);
      if (texts.ok) take(texts.value);
      else view.value = { at: "ready", problem: { code: texts.code } };
    },
    takeText(text) {
      const hasAccount = readScannedText(text).some(({ kind }) => kind === "key" || kind === "migration");
      if (hasAccount) take([text]);
      return hasAccount;
    },
    giveUp(problem) {
      view.value = { at: "ready", problem };
    },
    choose({ id }, isChosen) {
      const next = new Set(chosen.value);
      if (isChosen) next.add(id);
      else next.delete(id);
      chosen.value = next;
    },
    chooseAll(isChosen) {
      chosen.value = isChosen && view.value.at === "found" ? freshIn(view.value.found) : new Set();
    },
    async save() {
      if (view.value.at !== "found" || saving.value) return;
      const added = view.value.found.accounts
        .filter(({ id }) => chosen.value.has(id))
        .map(({ id, key }) => ({ id, key }));
      if (added.length === 0) return;
      saving.value = true;
      const isSaved = codes.take(await addManyToVault(browserPlace, new Date(), added));
      saving.value = false;
      if (!isSaved) return;
      const [first] = added;
      codes.open.value = { at: "list" };
      codes.query.value = "";
      codes.said.value =
        added.length === 1 && first
          ? { what: "saved", name: nameOf({ ...first, addedAt: "" }) }
          : { what: "told", text: scanWords.saved(added.length) };
    },
  };
}

/** The ids of those that are not here already. */
function freshIn({ accounts }: Found): Set<string> {
  return new Set(accounts.filter(({ duplicate }) => duplicate?.kind !== "same_key").map(({ id }) => id));
}

function problemOf(found: Found): ScanProblem {
  const [first] = found.unread;
  if (first?.kind === "bad_migration") return { code: "bad_migration" };
  return first ? { code: "not_a_key", start: first.start } : { code: "nothing_found" };
}
