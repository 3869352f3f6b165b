import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type Attempt, createAttempt } from "../attempt.ts";
import type { SecurityState } from "../security-state.ts";
import { type CeremonyFailure, createPasskey, tellKeeper } from "./ceremony.ts";

/** Adding a passkey: its name, and how it went. */
export interface PasskeySetUp {
  name: Signal<string>;
  attempt: Attempt;
  refused: ReadonlySignal<CeremonyFailure | null>;
  create: () => Promise<void>;
}

/** The set-up of a passkey; `unnamed` is what it is called in what is said at the end, where it has no name. */
export function createPasskeySetUp(security: SecurityState, unnamed: string): PasskeySetUp {
  const { client, stepUp } = security;
  const name = signal("");
  const attempt = createAttempt();
  const refused = signal<CeremonyFailure | null>(null);
  return {
    name,
    attempt,
    refused,
    async create() {
      refused.value = null;
      const asked = await attempt.run(() => stepUp.guard(() => client.passkeys.options()));
      if (!asked?.ok) return;
      const made = await createPasskey(asked.value);
      if (!made.ok) {
        refused.value = made.code;
        return;
      }
      const called = name.value.trim();
      const body = { id: asked.value.id, response: made.value, ...(called && { name: called }) };
      const added = await attempt.run(() => stepUp.guard(() => client.passkeys.add(body)));
      if (!added?.ok) return;
      security.confirmed(called || unnamed, added.value);
      await tellKeeper(added.value.signal);
    },
  };
}
