import { type ReadonlySignal, signal } from "@preact/signals";
import type { SessionOfAccount } from "../../contract/session.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import type { SecurityState } from "../security-state.ts";

/** Where the account is signed in, and what can be done about it. */
export interface Places {
  /** The last used first; null before they were read. */
  sessions: ReadonlySignal<SessionOfAccount[] | null>;
  loading: Attempt;
  ending: Attempt;
  load: () => Promise<void>;
  /** Ends one session; `name` is what it is called in what is said then. */
  end: (session: SessionOfAccount, name: string) => Promise<void>;
  endOthers: () => Promise<void>;
}

/** The places of the account that is signed in, none of which has been read. */
export function createPlaces({ client, stepUp, visit }: SecurityState): Places {
  const sessions = signal<SessionOfAccount[] | null>(null);
  const loading = createAttempt();
  const ending = createAttempt();
  const load = async () => {
    const answer = await loading.run(() => stepUp.guard(() => client.session.list()));
    if (answer?.ok) sessions.value = answer.value.sessions;
  };
  return {
    sessions,
    loading,
    ending,
    load,
    async end({ id }, name) {
      const { say } = visit();
      const answer = await ending.run(() => stepUp.guard(() => client.session.endOne(id)));
      // One that has ended by itself meanwhile is as good as ended now.
      if (!answer?.ok && answer?.code !== "not_found") return;
      say({ what: "place_ended", name });
      await load();
    },
    async endOthers() {
      const { say } = visit();
      const answer = await ending.run(() => stepUp.guard(() => client.session.endOthers()));
      if (!answer?.ok) return;
      say({ what: "others_ended" });
      await load();
    },
  };
}
