import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Client } from "../../contract/client.ts";
import type { PasswordCheck } from "../../contract/password.ts";

const pauseMs = 250;

/** How good a password is while it is typed, as the server judges it. */
export interface Strength {
  /** Of the password as it is now; null while there is none. The last one stays while the next is awaited. */
  check: ReadonlySignal<PasswordCheck | null>;
  /** Follows the password until the answered function is called. */
  watch: () => () => void;
}

/** Judges `password` a moment after each change; an answer to what has changed since is dropped. */
export function createStrength(
  client: Client,
  password: ReadonlySignal<string>,
  email: () => string | undefined,
): Strength {
  const check = signal<PasswordCheck | null>(null);
  const judge = async (typed: string, abort: AbortSignal) => {
    const answer = await client.password
      .check({ password: typed, email: email() }, { signal: abort })
      .catch(() => null);
    if (answer?.ok && !abort.aborted) check.value = answer.value;
  };
  return {
    check,
    watch: () =>
      effect(() => {
        const typed = password.value;
        if (typed === "") check.value = null;
        const overtaken = new AbortController();
        const timer = setTimeout(() => typed !== "" && void judge(typed, overtaken.signal), pauseMs);
        return () => {
          clearTimeout(timer);
          overtaken.abort();
        };
      }),
  };
}
