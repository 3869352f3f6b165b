import { type ReadonlySignal, signal } from "@preact/signals";
import type { ConnectedApp } from "../../contract/oidc.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import type { ConfirmationWords } from "../confirm/state.ts";
import type { SecurityState } from "../security-state.ts";

/** The sites that the person has signed in to, and what can be done about it. */
export interface Apps {
  /** Null before they were read. */
  apps: ReadonlySignal<ConnectedApp[] | null>;
  attempt: Attempt;
  load: () => Promise<void>;
  /** Takes back what one was given, once the person has confirmed it. */
  remove: (app: ConnectedApp, words: ConfirmationWords) => Promise<void>;
}

/** The connected apps of the account that is signed in, none of which has been read. */
export function createApps({ client, stepUp, confirmation, visit }: SecurityState): Apps {
  const apps = signal<ConnectedApp[] | null>(null);
  const attempt = createAttempt();
  const load = async () => {
    const answer = await attempt.run(() => stepUp.guard(() => client.apps.list()));
    if (answer?.ok) apps.value = answer.value.apps;
  };
  return {
    apps,
    attempt,
    load,
    async remove({ clientId, name }, words) {
      if (!(await confirmation.ask(words))) return;
      const { say } = visit();
      const answer = await attempt.run(() => stepUp.guard(() => client.apps.remove(clientId)));
      // One that was removed meanwhile, in another window, is gone as well.
      if (!answer?.ok && answer?.code !== "not_found") return;
      say({ what: "app_removed", name });
      await load();
    },
  };
}
