import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { PasswordCheck } from "../../shared/contract/password.ts";
import type { Strength } from "../../shared/panel/password/strength-state.ts";
import { isEasyToGuess, isLongEnough } from "../vault/lock-rules.ts";

/** How good a passphrase is while it is typed, judged in this browser. */
export function createPassphraseStrength(passphrase: ReadonlySignal<string>): Strength {
  const check = signal<PasswordCheck | null>(null);
  const judge = async (typed: string) => {
    const { estimate } = await import("./estimate.ts");
    if (typed === passphrase.peek()) {
      const score = estimate(typed);
      check.value = { accepted: isLongEnough(typed) && !isEasyToGuess(score), score, reasons: [] };
    }
  };
  return {
    check,
    watch: () =>
      effect(() => {
        if (passphrase.value === "") check.value = null;
        else void judge(passphrase.value);
      }),
  };
}
