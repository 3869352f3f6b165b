import { type ReadonlySignal, signal } from "@preact/signals";
import type { ActivityEvent } from "../../contract/activity.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import type { SecurityState } from "../security-state.ts";

/** What has happened to the account, page by page. */
export interface Activity {
  /** The newest first; null before any were read. */
  events: ReadonlySignal<ActivityEvent[] | null>;
  hasMore: ReadonlySignal<boolean>;
  loading: Attempt;
  /** Reads the first page anew. */
  load: () => Promise<void>;
  loadMore: () => Promise<void>;
}

/** The activity of the account that is signed in, none of which has been read. */
export function createActivity({ client, stepUp }: SecurityState): Activity {
  const events = signal<ActivityEvent[] | null>(null);
  const hasMore = signal(false);
  const loading = createAttempt();
  let cursor: string | undefined;
  const read = async (from: string | undefined) => {
    const answer = await loading.run(() => stepUp.guard(() => client.activity.list({ cursor: from })));
    if (!answer?.ok) return;
    const { events: page, next } = answer.value;
    events.value = from === undefined ? page : [...(events.value ?? []), ...page];
    cursor = next;
    hasMore.value = next !== undefined;
  };
  return { events, hasMore, loading, load: () => read(undefined), loadMore: () => read(cursor) };
}
