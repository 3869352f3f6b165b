import { type Signal, signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { UnlockForm } from "./unlock-form.tsx";
import { createUnlocking } from "./unlock-state.ts";
import { words } from "./words.ts";
import "./lock.css";

/** A question to unlock the codes, for something that cannot go on without. */
export interface UnlockQuestion {
  /** Ends the question that is asked; null while there is none. */
  settle: Signal<((isUnlocked: boolean) => void) | null>;
  /** Asks, and answers whether the codes are unlocked now. */
  ask: () => Promise<boolean>;
}

/** A question that is not asked yet. */
export function createUnlockQuestion(): UnlockQuestion {
  const settle = signal<((isUnlocked: boolean) => void) | null>(null);
  return {
    settle,
    ask: () =>
      new Promise((resolve) => {
        settle.value?.(false);
        settle.value = (isUnlocked) => {
          settle.value = null;
          resolve(isUnlocked);
        };
      }),
  };
}

/** Shows the question while it is asked. */
export function UnlockDialog({ question }: { question: UnlockQuestion }) {
  const settle = question.settle.value;
  return settle && <Asking settle={settle} />;
}

function Asking({ settle }: { settle: (isUnlocked: boolean) => void }) {
  const [unlocking] = useState(() => createUnlocking(() => settle(true)));
  return (
    <Dialog title={words.askTitle} onClose={() => settle(false)}>
      <p>{words.askLead}</p>
      <UnlockForm unlocking={unlocking} />
      <Button wide onClick={() => settle(false)}>
        {words.cancel}
      </Button>
    </Dialog>
  );
}
