import { type ReadonlySignal, signal } from "@preact/signals";
import type { ConnectedApp } from "../../contract/oidc.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import type { ConfirmationWords } from "../confirm/state.ts";
import type { SecurityState } from "../security-state.ts";

/** What is asked before one is removed, and what is said then. */
export interface RemovalWords {
  question: ConfirmationWords;
  removed: string;
}

/** The sites that the person has signed in to, and what can be done about it. */
export interface Apps {
  /** Null before they were read. */
  apps: ReadonlySignal<ConnectedApp[] | null>;
  attempt: Attempt;
  load: () => Promise<void>;
  /** Takes back what one was given, once the person has confirmed it. */
  remove: (app: ConnectedApp, words: RemovalWords) => Promise<void>;
}

/** The connected apps of the account that is signed in, none of which has been read. */
export function createApps({ client, stepUp, confirmation, say }: SecurityState): Apps {
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
    async remove({ clientId }, { question, removed }) {
      if (!(await confirmation.ask(question))) return;
      const answer = await attempt.run(() => stepUp.guard(() => client.apps.remove(clientId)));
      // One that was removed meanwhile, in another window, is gone as well.
      if (!answer?.ok && answer?.code !== "not_found") return;
      say({ what: "app_removed", said: removed });
      await load();
    },
  };
}
