import { useEffect, useState } from "preact/hooks";
import type { ActivityEvent } from "../../contract/activity.ts";
import { Button } from "../../ui/button.tsx";
import { browserWords } from "../browser-words.ts";
import { Loading } from "../loading.tsx";
import { FormProblem } from "../problem.tsx";
import type { SecurityState } from "../security-state.ts";
import { useLocale, useWords } from "../words.tsx";
import { createActivity } from "./state.ts";

/** What has happened to the account in the past year, read when it is opened. */
export function ActivitySection({ security }: { security: SecurityState }) {
  const { activity: words } = useWords();
  const isOpen = security.open.value === "activity";
  return (
    <section class="card">
      <div class="line">
        <div>
          <h2>{words.title}</h2>
          <small>{words.lead}</small>
        </div>
        <Button
          label={`${isOpen ? words.close : words.seeAll}: ${words.title}`}
          expanded={isOpen}
          onClick={() => security.show(isOpen ? null : "activity")}
        >
          {isOpen ? words.close : words.seeAll}
        </Button>
      </div>
      {isOpen && <Events security={security} />}
    </section>
  );
}

function Events({ security }: { security: SecurityState }) {
  const { activity: words, problems } = useWords();
  const [activity] = useState(() => createActivity(security));
  useEffect(() => void activity.load(), [activity]);
  const events = activity.events.value;
  return (
    <>
      {events === null && activity.loading.pending.value && <Loading />}
      {events?.length === 0 && <p>{words.none}</p>}
      {events && events.length > 0 && (
        <ul class="methods" aria-label={words.list}>
          {events.map((event) => (
            <EventLine key={event.id} event={event} />
          ))}
        </ul>
      )}
      <FormProblem attempt={activity.loading} texts={problems.anywhere} />
      {activity.hasMore.value && (
        <Button busy={activity.loading.pending.value} onClick={() => void activity.loadMore()}>
          {words.older}
        </Button>
      )}
    </>
  );
}

function EventLine({ event }: { event: ActivityEvent }) {
  const words = useWords();
  const locale = useLocale();
  const { name, to, site, operator } = event.detail;
  const about = [name, to, site, operator].find((part) => typeof part === "string");
  const when = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(event.at));
  // What an operator did came from a server, and from no browser that would tell the person anything.
  const from = event.userAgent === "" && operator !== undefined ? null : browserWords(words, event);
  const details = [when, from, event.place, event.ip];
  return (
    <li>
      <div>
        <b>{about ? `${words.activity.events[event.type]}: ${about}` : words.activity.events[event.type]}</b>
        <small>{details.filter(Boolean).join(" · ")}</small>
      </div>
    </li>
  );
}
