import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { PasskeyCreation } from "../../contract/passkey.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import type { SecurityState } from "../security-state.ts";
import { type CeremonyFailure, createPasskey, tellKeeper } from "./ceremony.ts";

/** Adding a passkey: its name, and how it went. */
export interface PasskeySetUp {
  name: Signal<string>;
  attempt: Attempt;
  /** Whether the browser or the service is being asked. */
  pending: ReadonlySignal<boolean>;
  refused: ReadonlySignal<CeremonyFailure | null>;
  create: () => Promise<void>;
}

/** The set-up of a passkey; `unnamed` is what it is called in what is said at the end, where it has no name. */
export function createPasskeySetUp(security: SecurityState, unnamed: string): PasskeySetUp {
  const { client, stepUp } = security;
  const name = signal("");
  const attempt = createAttempt();
  const refused = signal<CeremonyFailure | null>(null);
  const isAsking = signal(false);
  const pending = computed(() => isAsking.value || attempt.pending.value);
  /** A passkey by the browser; undefined where that gave none, which is said. */
  const make = async (creation: PasskeyCreation) => {
    isAsking.value = true;
    const made = await createPasskey(creation);
    isAsking.value = false;
    if (made.ok) return made.value;
    refused.value = made.code;
    return undefined;
  };
  return {
    name,
    attempt,
    pending,
    refused,
    async create() {
      if (pending.peek()) return;
      refused.value = null;
      const { confirmed, isHere } = security.visit();
      const asked = await attempt.run(() => stepUp.guard(() => client.passkeys.options()));
      // Whoever has gone elsewhere is not asked by the browser; a passkey that it has made is added all the same.
      if (!asked?.ok || !isHere()) return;
      const response = await make(asked.value);
      if (!response) return;
      const called = name.value.trim();
      const body = { id: asked.value.id, response, ...(called && { name: called }) };
      const added = await attempt.run(() => stepUp.guard(() => client.passkeys.add(body)));
      if (!added?.ok) return;
      confirmed(called || unnamed, added.value);
      await tellKeeper(added.value.signal);
    },
  };
}
