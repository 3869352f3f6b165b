import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { ActivityEvent, ActivityFilter } from "../../contract/activity.ts";
import type { EventType } from "../../contract/event-types.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import { saveFile } from "../save-file.ts";
import type { SecurityState } from "../security-state.ts";

/** What has happened to the account, page by page. */
export interface Activity {
  /** The newest first; null before any were read. */
  events: ReadonlySignal<ActivityEvent[] | null>;
  hasMore: ReadonlySignal<boolean>;
  loading: Attempt;
  exporting: Attempt;
  /** Which are shown: of one type or of all, from a day on and to a day, as `2026-11-29`; empty for no bound. */
  type: Signal<EventType | "all">;
  since: Signal<string>;
  until: Signal<string>;
  /** Reads the first page anew, by what is chosen now. */
  load: () => Promise<void>;
  loadMore: () => Promise<void>;
  /** Saves all that is chosen as CSV. */
  download: (fileName: string) => Promise<void>;
}

/** The activity of the account that is signed in, none of which has been read. */
export function createActivity({ client, stepUp }: SecurityState): Activity {
  const events = signal<ActivityEvent[] | null>(null);
  const hasMore = signal(false);
  const loading = createAttempt();
  const exporting = createAttempt();
  const type = signal<EventType | "all">("all");
  const since = signal("");
  const until = signal("");
  let cursor: string | undefined;
  const filter = (): ActivityFilter => ({
    ...(type.value !== "all" && { type: type.value }),
    ...(since.value !== "" && { since: startOf(since.value, 0) }),
    ...(until.value !== "" && { until: startOf(until.value, 1) }),
  });
  const read = async (from: string | undefined) => {
    const answer = await loading.run(() => stepUp.guard(() => client.activity.list({ ...filter(), cursor: from })));
    if (!answer?.ok) return;
    const { events: page, next } = answer.value;
    events.value = from === undefined ? page : [...(events.value ?? []), ...page];
    cursor = next;
    hasMore.value = next !== undefined;
  };
  return {
    events,
    hasMore,
    loading,
    exporting,
    type,
    since,
    until,
    load() {
      // What is chosen now counts, and not an answer to what was chosen before.
      loading.abandon();
      return read(undefined);
    },
    loadMore: () => read(cursor),
    async download(fileName) {
      const answer = await exporting.run(() => stepUp.guard(() => client.activity.export(filter())));
      if (answer?.ok) saveFile(fileName, answer.value, "text/csv");
    },
  };
}

/** The moment at which a day begins where the reader is, or so many days after it. */
function startOf(day: string, later: number): string {
  const start = new Date(`${day}T00:00:00`);
  start.setDate(start.getDate() + later);
  return start.toISOString();
}
