import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { fail } from "../../shared/outcome.ts";
import { openInTab } from "../surface/open-tab.ts";
import { browserPlace } from "../vault/place.ts";
import { isInActionPopup } from "./own-tab.ts";
import { askPasskey } from "./passkey.ts";
import { stretchInWorker } from "./stretch.ts";
import { unlockByPasskey, unlockVault } from "./unlock.ts";
import { locksOf } from "./ways-in.ts";
import type { LockProblem } from "./words.ts";

/** Opening what is locked. */
export interface Unlocking {
  passphrase: Signal<string>;
  /** A new object at each try, so that the focus can go there again. */
  problem: ReadonlySignal<{ code: LockProblem } | null>;
  busy: ReadonlySignal<boolean>;
  /** Whether a passkey opens it too; false until that is known. */
  hasPasskey: ReadonlySignal<boolean>;
  load: () => Promise<void>;
  submit: () => Promise<void>;
  byPasskey: () => Promise<void>;
}

/** A try at this browser's vault, which has not begun. `onUnlocked` is called once it is open. */
export function createUnlocking(onUnlocked: () => void = () => {}): Unlocking {
  const passphrase = signal("");
  const problem = signal<{ code: LockProblem } | null>(null);
  const busy = signal(false);
  const hasPasskey = signal(false);
  const attempt = async (unlock: () => ReturnType<typeof unlockVault | typeof unlockByPasskey>) => {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    const unlocked = await unlock().catch(() => fail("unreadable"));
    busy.value = false;
    if (!unlocked.ok) {
      problem.value = { code: unlocked.code };
      return;
    }
    passphrase.value = "";
    onUnlocked();
  };
  return {
    passphrase,
    problem,
    busy,
    hasPasskey,
    async load() {
      const locks = await locksOf(browserPlace).catch(() => []);
      hasPasskey.value = locks.some(({ passkey }) => passkey !== undefined);
    },
    async submit() {
      if (passphrase.value === "") problem.value = { code: "missing" };
      else await attempt(() => unlockVault(browserPlace, passphrase.value, stretchInWorker));
    },
    async byPasskey() {
      if (isInActionPopup()) await openInTab({ show: "codes" });
      else await attempt(() => unlockByPasskey(browserPlace, askPasskey));
    },
  };
}
