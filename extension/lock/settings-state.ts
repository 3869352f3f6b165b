import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { fail, type Outcome } from "../../shared/outcome.ts";
import type { Strength } from "../../shared/panel/password/strength-state.ts";
import { readOrganisationRules } from "../organisation.ts";
import { openInTab } from "../surface/open-tab.ts";
import { readLockAfter, writeLockAfter } from "../vault/lock-after.ts";
import { isEasyToGuess, isLongEnough, type LockAfter, lockChoices } from "../vault/lock-rules.ts";
import { openVault } from "../vault/open.ts";
import { browserPlace, onVaultChange } from "../vault/place.ts";
import { applyLockAfter, forgetUnlockedKey } from "../vault/unlocked-key.ts";
import { changePassphrase } from "./change-passphrase.ts";
import { isInActionPopup } from "./own-tab.ts";
import { askPasskey, makePasskey, mayHavePasskeys } from "./passkey.ts";
import { removePassphrase } from "./remove-passphrase.ts";
import { removePasskey, setPasskey } from "./set-passkey.ts";
import { setPassphrase } from "./set-passphrase.ts";
import { createPassphraseStrength } from "./strength-state.ts";
import { stretchInWorker } from "./stretch.ts";
import { type LockProblem, words } from "./words.ts";

/** The lock as it is now; `closed`: the vault does not open, and Codes says what can be done. */
export type LockView = { at: "off" } | { at: "on"; hasPasskey: boolean } | { at: "locked" } | { at: "closed" };

export type LockForm = "set" | "change" | "remove" | "passkey";
type Field = "current" | "next" | "again";

/** The lock of this browser's vault, to be set. */
export interface LockSettings {
  /** Null before it is known. */
  view: ReadonlySignal<LockView | null>;
  /** The form that is open. */
  form: ReadonlySignal<LockForm | null>;
  typed: Record<Field, Signal<string>>;
  strength: Strength;
  /** A new object at each try, so that the focus can go there again; `field` is null where none is at fault. */
  problem: ReadonlySignal<{ field: Field | null; code: LockProblem } | null>;
  busy: ReadonlySignal<boolean>;
  done: ReadonlySignal<keyof typeof words.settings.done | null>;
  /** The chosen one of `choices`, as text; what is written here is kept, while the settings are followed. */
  lockAfter: Signal<string>;
  choices: ReadonlySignal<LockAfter[]>;
  /** Whether an organisation asks for a passphrase. */
  isRequired: ReadonlySignal<boolean>;
  mayHavePasskey: ReadonlySignal<boolean>;
  load: () => Promise<void>;
  /** Follows the vault, and what is chosen, until the answered function is called. */
  watch: () => () => void;
  show: (form: LockForm | null) => void;
  submit: () => Promise<void>;
  lockNow: () => Promise<void>;
  removePasskey: () => Promise<void>;
}

/** The settings of the lock, with nothing read yet. */
export function createLockSettings(): LockSettings {
  const view = signal<LockView | null>(null);
  const form = signal<LockForm | null>(null);
  const typed = { current: signal(""), next: signal(""), again: signal("") };
  const lastProblem = signal<{ field: Field | null; code: LockProblem } | null>(null);
  const isMended = (code: LockProblem) =>
    (code === "too_short" && isLongEnough(typed.next.value)) ||
    (code === "differs" && typed.next.value === typed.again.value);
  const problem = computed(() => (lastProblem.value && isMended(lastProblem.value.code) ? null : lastProblem.value));
  const busy = signal(false);
  const done = signal<keyof typeof words.settings.done | null>(null);
  const lockAfter = signal("");
  let keptLockAfter: LockAfter | undefined;
  const choices = signal<LockAfter[]>([]);
  const isRequired = signal(false);
  const mayHavePasskey = signal(false);

  const show = (next: LockForm | null) => {
    form.value = next;
    lastProblem.value = null;
    done.value = null;
    for (const field of Object.values(typed)) field.value = "";
  };
  const load = async () => {
    const [opened, rules, chosen, passkeys] = await Promise.all([
      openVault(browserPlace),
      readOrganisationRules(),
      readLockAfter(),
      mayHavePasskeys(),
    ]);
    if (!opened.ok && (opened.code === "passphrase_due" || opened.code === "keeps_no_key")) view.value = { at: "off" };
    else if (!opened.ok) {
      show(null);
      view.value = { at: opened.code === "locked" ? "locked" : "closed" };
    } else {
      const lock = opened.value.secret?.lock;
      view.value = lock ? { at: "on", hasPasskey: lock.passkey !== undefined } : { at: "off" };
    }
    keptLockAfter = chosen;
    lockAfter.value = String(chosen);
    choices.value = lockChoices(rules.longestLockMinutes);
    isRequired.value = rules.passphraseRequired;
    mayHavePasskey.value = passkeys;
  };
  const keepLockAfter = async (text: string) => {
    const chosen = choices.peek().find((choice) => String(choice) === text);
    if (chosen === undefined || chosen === keptLockAfter) return;
    const before = keptLockAfter;
    keptLockAfter = chosen;
    lastProblem.value = null;
    try {
      await writeLockAfter(chosen);
      await applyLockAfter();
    } catch {
      lastProblem.value = { field: null, code: "not_saved" };
      // Whichever of the two failed: what was is so again, and is shown.
      keptLockAfter = before;
      lockAfter.value = String(before);
      if (before !== undefined) await writeLockAfter(before).catch(() => {});
    }
  };
  const run = async (what: keyof typeof words.settings.done, deed: () => Promise<Outcome<null, LockProblem>>) => {
    if (busy.value) return;
    busy.value = true;
    lastProblem.value = null;
    const answer = await deed().catch(() => fail("not_saved"));
    busy.value = false;
    if (!answer.ok) {
      const field = form.value && (form.value === "set" ? "next" : "current");
      lastProblem.value = { field, code: answer.code };
      return;
    }
    show(null);
    done.value = what;
    await load();
  };
  const refusedNext = async (): Promise<{ field: Field; code: LockProblem } | null> => {
    const next = typed.next.value;
    if (!isLongEnough(next)) return { field: "next", code: "too_short" };
    // Loaded here, since its dictionaries are larger than all the rest.
    const { estimate } = await import("./estimate.ts");
    if (isEasyToGuess(estimate(next))) return { field: "next", code: "too_easy" };
    return next === typed.again.value ? null : { field: "again", code: "differs" };
  };
  const deeds: Record<LockForm, () => Promise<void>> = {
    set: () => run("set", () => setPassphrase(browserPlace, new Date(), typed.next.value, stretchInWorker)),
    change: () => {
      const passphrases = { current: typed.current.value, next: typed.next.value };
      return run("changed", () => changePassphrase(browserPlace, new Date(), passphrases, stretchInWorker));
    },
    remove: () =>
      run("removed", () => removePassphrase(browserPlace, new Date(), typed.current.value, stretchInWorker)),
    passkey: () => {
      const make = () => makePasskey(words.settings.passkeyName);
      const passkey = { passphrase: typed.current.value, make, ask: askPasskey };
      return run("passkey_set", () => setPasskey(browserPlace, new Date(), passkey, stretchInWorker));
    },
  };
  return {
    view,
    form,
    typed,
    strength: createPassphraseStrength(typed.next),
    problem,
    busy,
    done,
    lockAfter,
    choices,
    isRequired,
    mayHavePasskey,
    load,
    watch() {
      const ends = [onVaultChange(() => void load()), effect(() => void keepLockAfter(lockAfter.value))];
      return () => {
        for (const end of ends) end();
      };
    },
    show(next) {
      // The window that hangs from the toolbar would close over the browser's own question.
      if (next === "passkey" && isInActionPopup()) void openInTab({ show: "settings" });
      else show(next);
    },
    async submit() {
      const open = form.value;
      if (open === null) return;
      const asksCurrent = open !== "set";
      const asksNext = open === "set" || open === "change";
      const isMissing = asksCurrent && typed.current.value === "";
      lastProblem.value = isMissing ? { field: "current", code: "missing" } : asksNext ? await refusedNext() : null;
      if (!lastProblem.value) await deeds[open]();
    },
    async lockNow() {
      lastProblem.value = null;
      await forgetUnlockedKey().catch(() => {
        lastProblem.value = { field: null, code: "not_locked" };
      });
    },
    removePasskey: () => run("passkey_removed", () => removePasskey(browserPlace, new Date())),
  };
}
