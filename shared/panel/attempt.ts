import { type ReadonlySignal, signal } from "@preact/signals";
import type { Answer, ClientErrorCode } from "../contract/answer.ts";
import type { ProblemDetails } from "../contract/problem.ts";
import type { Failure } from "../outcome.ts";

/** Why something failed; `until` (milliseconds since 1970) where no further try is taken before then. */
export type PanelFailure = Failure<ClientErrorCode, ProblemDetails> & { until?: number };

/** Something a person may try again and again: one call at a time, with how the last one failed. */
export interface Attempt {
  pending: ReadonlySignal<boolean>;
  failure: ReadonlySignal<PanelFailure | null>;
  /** Slowed down: the server takes no try before `failure.until`. */
  blocked: ReadonlySignal<boolean>;
  /** Makes the call and answers what it answered; undefined where one is under way or none is taken now. */
  run: <Value>(call: () => Promise<Answer<Value>>) => Promise<Answer<Value> | undefined>;
  clear: () => void;
  /** Waits no longer for the call that is under way, which is answered with undefined; how it ends changes nothing here. */
  abandon: () => void;
}

/** An attempt that nobody has made yet. */
export function createAttempt(): Attempt {
  const pending = signal(false);
  const failure = signal<PanelFailure | null>(null);
  const blocked = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waited: object | undefined;

  const clear = () => {
    clearTimeout(timer);
    blocked.value = false;
    failure.value = null;
  };
  const keep = (failed: Failure<ClientErrorCode, ProblemDetails>) => {
    const seconds = failed.code === "too_many_attempts" ? failed.details.retryAfter : undefined;
    failure.value = seconds === undefined ? failed : { ...failed, until: Date.now() + seconds * 1000 };
    if (seconds === undefined) return;
    blocked.value = true;
    timer = setTimeout(clear, seconds * 1000);
  };

  return {
    pending,
    failure,
    blocked,
    clear,
    abandon() {
      waited = undefined;
      pending.value = false;
    },
    async run(call) {
      if (pending.value || blocked.value) return undefined;
      clear();
      const own = {};
      waited = own;
      pending.value = true;
      try {
        const answer = await call();
        if (waited !== own) return undefined;
        if (!answer.ok) keep(answer);
        return answer;
      } finally {
        if (waited === own) pending.value = false;
      }
    },
  };
}
