import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { fail } from "../../shared/outcome.ts";
import { deleteAside, listAside, type PutAside } from "../vault/aside.ts";
import { browserPlace, onAsideChange } from "../vault/place.ts";
import { bringBack } from "./bring-back.ts";
import { stretchInWorker } from "./stretch.ts";
import { forgottenWords, words } from "./words.ts";

/** The vaults that were put aside. */
export interface Aside {
  /** The last first; empty before they are known. */
  vaults: ReadonlySignal<PutAside[]>;
  /** The one whose passphrase is asked for. */
  opening: ReadonlySignal<PutAside | null>;
  passphrase: Signal<string>;
  /** A new object at each try, so that the focus can go there again. */
  problem: ReadonlySignal<{ text: string } | null>;
  busy: ReadonlySignal<boolean>;
  /** The one that the person is asked about before it is deleted. */
  asked: ReadonlySignal<PutAside | null>;
  said: ReadonlySignal<{ text: string; isFailure?: boolean } | null>;
  load: () => Promise<void>;
  /** Follows what is put aside until the returned function is called. */
  watch: () => () => void;
  open: (vault: PutAside | null) => void;
  submit: () => Promise<void>;
  ask: (vault: PutAside | null) => void;
  remove: () => Promise<void>;
}

/** What was put aside in this browser, with nothing read yet. */
export function createAside(): Aside {
  const vaults = signal<PutAside[]>([]);
  const opening = signal<PutAside | null>(null);
  const passphrase = signal("");
  const problem = signal<{ text: string } | null>(null);
  const busy = signal(false);
  const asked = signal<PutAside | null>(null);
  const said = signal<{ text: string; isFailure?: boolean } | null>(null);
  const open = (vault: PutAside | null) => {
    opening.value = vault;
    passphrase.value = "";
    problem.value = null;
    said.value = null;
  };
  const load = async () => {
    vaults.value = await listAside(browserPlace).catch(() => []);
  };
  return {
    vaults,
    opening,
    passphrase,
    problem,
    busy,
    asked,
    said,
    load,
    watch: () => onAsideChange(() => void load()),
    open,
    async submit() {
      const vault = opening.value;
      if (!vault || busy.value) return;
      if (passphrase.value === "") {
        problem.value = { text: words.problems.missing };
        return;
      }
      busy.value = true;
      problem.value = null;
      const back = await bringBack(
        browserPlace,
        new Date(),
        { slot: vault.slot, passphrase: passphrase.value },
        stretchInWorker,
      ).catch(() => fail("not_saved"));
      busy.value = false;
      if (back.ok) {
        open(null);
        said.value = { text: forgottenWords.isBack };
      } else {
        problem.value = { text: back.code === "gone" ? forgottenWords.gone : words.problems[back.code] };
      }
      await load();
    },
    ask(vault) {
      asked.value = vault;
    },
    async remove() {
      const vault = asked.value;
      asked.value = null;
      if (!vault) return;
      const removed = await deleteAside(browserPlace, vault.slot);
      said.value = removed.ok
        ? { text: forgottenWords.isGone }
        : { text: words.problems[removed.code], isFailure: true };
      await load();
    },
  };
}
