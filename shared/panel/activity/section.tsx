import { useEffect, useState } from "preact/hooks";
import type { ActivityEvent } from "../../contract/activity.ts";
import { serviceNow } from "../../contract/server-clock.ts";
import { dayAndTime } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import type { IconName } from "../../ui/icon.tsx";
import { browserWords } from "../browser-words.ts";
import { Loading } from "../loading.tsx";
import { FormProblem } from "../problem.tsx";
import { Row } from "../row.tsx";
import { Section } from "../section.tsx";
import type { SecurityState } from "../security-state.ts";
import { useLocale, useWords } from "../words.tsx";
import { ActivityFilterForm } from "./filter.tsx";
import { createActivity } from "./state.ts";

/** What has happened to the account in the past year, read when it is opened. */
export function ActivitySection({ security }: { security: SecurityState }) {
  const { activity: words } = useWords();
  const isOpen = security.open.value === "activity";
  return (
    <Section
      title={words.title}
      lead={words.lead}
      action={
        <Button
          kind="text"
          label={`${isOpen ? words.close : words.seeAll}: ${words.title}`}
          expanded={isOpen}
          onClick={() => security.show(isOpen ? null : "activity")}
        >
          {isOpen ? words.close : words.seeAll}
        </Button>
      }
    >
      {isOpen && <Events security={security} />}
    </Section>
  );
}

function Events({ security }: { security: SecurityState }) {
  const { activity: words, problems } = useWords();
  const [activity] = useState(() => createActivity(security));
  useEffect(() => void activity.load(), [activity]);
  const events = activity.events.value;
  const isFiltered = activity.type.value !== "all" || activity.since.value !== "" || activity.until.value !== "";
  return (
    <div class="list-card">
      <ActivityFilterForm activity={activity} />
      <FormProblem attempt={activity.exporting} texts={problems.anywhere} />
      {events === null && activity.loading.pending.value && <Loading />}
      {events?.length === 0 && <p>{isFiltered ? words.nothingFound : words.none}</p>}
      {events && events.length > 0 && (
        <ul class="list" aria-label={words.list}>
          {events.map((event) => (
            <EventLine key={event.id} event={event} />
          ))}
        </ul>
      )}
      <FormProblem attempt={activity.loading} texts={problems.anywhere} />
      {activity.hasMore.value && (
        <div class="fold">
          <Button kind="link" busy={activity.loading.pending.value} onClick={() => void activity.loadMore()}>
            {words.older}
          </Button>
        </div>
      )}
    </div>
  );
}

function EventLine({ event }: { event: ActivityEvent }) {
  const words = useWords();
  const locale = useLocale();
  const { name, to, site, operator } = event.detail;
  const about = [name, to, site, operator].find((part) => typeof part === "string");
  // What an operator did came from a server, and from no browser that would tell the person anything.
  const from = event.userAgent === "" && operator !== undefined ? null : browserWords(words, event);
  const details = [from, event.place && words.places.near(event.place), event.ip];
  return (
    <Row
      icon={iconOf(event.type)}
      title={about ? `${words.activity.events[event.type]}: ${about}` : words.activity.events[event.type]}
      lines={[dayAndTime(event.at, serviceNow(), locale), details.filter(Boolean).join(" · ")]}
    />
  );
}

/** The icon of an event by what its type names; a clock for all others. */
function iconOf(type: ActivityEvent["type"]): IconName {
  if (/failed|not_me|copied|suspended|disabled/.test(type)) return "warning";
  if (type.startsWith("operator_") || type.includes("account")) return "secured";
  if (type.includes("recovery")) return "recovery";
  if (type.includes("passkey")) return "passkey";
  if (type.includes("password") || type.includes("reset")) return "lock";
  if (type.includes("email")) return "mail";
  if (/sign|session|device/.test(type)) return "laptop";
  return type.includes("method") ? "app" : "activity";
}
