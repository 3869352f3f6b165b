import { type ReadonlySignal, signal } from "@preact/signals";
import type { Answer } from "../../contract/answer.ts";
import type { PasskeyProof, PasskeyRequest } from "../../contract/passkey.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import { type CeremonyFailure, offersWhileTyping, tellKeeperOfUnknown, usePasskey } from "./ceremony.ts";

/** Proving who one is by a passkey: how the browser's part and the service's part of it went. */
export interface PasskeyUse {
  attempt: Attempt;
  /** Why the browser gave none. */
  refused: ReadonlySignal<CeremonyFailure | null>;
  run: () => Promise<void>;
  /** Lets the browser offer passkeys where somebody types their address; answers what ends that. */
  offer: () => () => void;
}

interface PasskeyUseOptions {
  ask: () => Promise<Answer<PasskeyRequest>>;
  prove: (proof: PasskeyProof) => Promise<Answer<unknown>>;
}

/** A use of a passkey for whatever `prove` takes it for. */
export function createPasskeyUse({ ask, prove }: PasskeyUseOptions): PasskeyUse {
  const attempt = createAttempt();
  const refused = signal<CeremonyFailure | null>(null);
  let waiting: AbortController | undefined;

  const send = async (request: PasskeyRequest, used: Awaited<ReturnType<typeof usePasskey>>) => {
    if (!used.ok) return;
    const answer = await attempt.run(() => prove({ id: request.id, response: used.value }));
    if (answer?.ok === false && answer.details.unknownCredential) {
      await tellKeeperOfUnknown(request.options.rpId, used.value.id);
    }
  };
  const stop = () => {
    waiting?.abort();
    waiting = undefined;
  };
  return {
    attempt,
    refused,
    async run() {
      // The browser takes one request at a time.
      stop();
      refused.value = null;
      const asked = await attempt.run(ask);
      if (!asked?.ok) return;
      const used = await usePasskey(asked.value);
      if (!used.ok) refused.value = used.code;
      await send(asked.value, used);
    },
    offer() {
      const controller = new AbortController();
      waiting = controller;
      void (async () => {
        if (!(await offersWhileTyping()) || controller.signal.aborted) return;
        const asked = await ask();
        if (!asked.ok || controller.signal.aborted) return;
        const used = await usePasskey(asked.value, { signal: controller.signal, conditional: true });
        await send(asked.value, used);
      })();
      return stop;
    },
  };
}
