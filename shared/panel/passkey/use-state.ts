import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Answer } from "../../contract/answer.ts";
import type { AssertionResponse, PasskeyProof, PasskeyRequest } from "../../contract/passkey.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import { type CeremonyFailure, offersWhileTyping, tellKeeperOfUnknown, usePasskey } from "./ceremony.ts";

/** Proving who one is by a passkey: how the browser's part and the service's part of it went. */
export interface PasskeyUse {
  attempt: Attempt;
  /** Whether the browser or the service is being asked, by the button. */
  pending: ReadonlySignal<boolean>;
  /** Why the browser gave none. */
  refused: ReadonlySignal<CeremonyFailure | null>;
  run: () => Promise<void>;
  /** Lets the browser offer passkeys where somebody types their address; answers what ends that. */
  offer: () => () => void;
}

interface PasskeyUseOptions {
  ask: () => Promise<Answer<PasskeyRequest>>;
  prove: (proof: PasskeyProof) => Promise<Answer<unknown>>;
  /** Tells whether the person has stayed where they pressed the button: the browser asks nobody who has not. */
  here?: () => () => boolean;
}

/** How often somebody may send the browser's offer away before it is not made again: they want something else. */
const refusalsHeeded = 3;

/** How much of a challenge's life may pass before an offer is made anew with another one; the rest is for choosing. */
const shareOfLife = 0.8;

/** A use of a passkey for whatever `prove` takes it for. */
export function createPasskeyUse({ ask, prove, here = () => () => true }: PasskeyUseOptions): PasskeyUse {
  const attempt = createAttempt();
  const refused = signal<CeremonyFailure | null>(null);
  const isAsking = signal(false);
  const pending = computed(() => isAsking.value || attempt.pending.value);
  let offering: { controller: AbortController; over: Promise<void> } | undefined;
  let offersWanted = false;

  /** Whether the service took it. */
  const send = async (request: PasskeyRequest, used: AssertionResponse): Promise<boolean> => {
    const answer = await attempt.run(() => prove({ id: request.id, response: used }));
    if (answer?.ok === false && answer.details.unknownCredential) {
      await tellKeeperOfUnknown(request.options.rpId, used.id);
    }
    return answer?.ok === true;
  };

  const keepOffering = async (ended: AbortSignal) => {
    if (!(await offersWhileTyping())) return;
    for (let refusals = 0; refusals < refusalsHeeded && !ended.aborted; ) {
      const asked = await ask();
      if (!asked.ok || ended.aborted) return;
      const stale = endsWith(ended, asked.value.options.timeout * shareOfLife);
      const used = await usePasskey(asked.value, { signal: stale.signal, conditional: true });
      const wasStale = stale.over();
      if (used.ok && (await send(asked.value, used.value))) return;
      if (used.ok || !wasStale) refusals++;
    }
  };
  const stop = async () => {
    const { controller, over } = offering ?? {};
    offering = undefined;
    controller?.abort();
    await over;
  };
  const begin = () => {
    const controller = new AbortController();
    offering = { controller, over: keepOffering(controller.signal) };
  };

  return {
    attempt,
    pending,
    refused,
    async run() {
      if (pending.peek()) return;
      isAsking.value = true;
      refused.value = null;
      let isProven = false;
      const isHere = here();
      try {
        // The browser takes one request at a time.
        await stop();
        const asked = await attempt.run(ask);
        if (!asked?.ok || !isHere()) return;
        const used = await usePasskey(asked.value);
        if (used.ok) isProven = await send(asked.value, used.value);
        else refused.value = used.code;
      } finally {
        isAsking.value = false;
        if (offersWanted && !isProven) begin();
      }
    },
    offer() {
      offersWanted = true;
      begin();
      return () => {
        offersWanted = false;
        void stop();
      };
    },
  };
}

/**
 * A signal that ends with another one or after so many milliseconds; `over` puts it away, and returns whether the time was
 * up. By hand, for AbortSignal.any() is newer than the oldest browser that is served.
 */
function endsWith(ended: AbortSignal, afterMs: number): { signal: AbortSignal; over: () => boolean } {
  const controller = new AbortController();
  let isLate = false;
  const end = () => controller.abort();
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, afterMs);
  ended.addEventListener("abort", end, { once: true });
  return {
    signal: controller.signal,
    over() {
      clearTimeout(timer);
      ended.removeEventListener("abort", end);
      return isLate;
    },
  };
}
