import { useEffect, useState } from "preact/hooks";
import type { SessionOfAccount } from "../../contract/session.ts";
import { relativeDay } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import { browserWords } from "../browser-words.ts";
import { RememberedBrowsers } from "../device/list.tsx";
import { FormProblem } from "../problem.tsx";
import type { SecurityState } from "../security-state.ts";
import { useLocale, useWords } from "../words.tsx";
import { createPlaces, type Places } from "./places-state.ts";

/** Where the account is signed in; opened, each place with a button that ends it. */
export function PlacesSection({ security }: { security: SecurityState }) {
  const { places: words, problems } = useWords();
  const [places] = useState(() => createPlaces(security));
  useEffect(() => void places.load(), [places]);
  const isOpen = security.open.value === "places";
  return (
    <section class="card">
      <div class="line">
        <div>
          <h2>{words.title}</h2>
          <Summary places={places} />
        </div>
        <Button
          label={`${isOpen ? words.close : words.seeAll}: ${words.title}`}
          expanded={isOpen}
          onClick={() => security.show(isOpen ? null : "places")}
        >
          {isOpen ? words.close : words.seeAll}
        </Button>
      </div>
      {isOpen && <PlaceList places={places} />}
      {isOpen && security.account.value?.twoFactor.enabled && <RememberedBrowsers security={security} />}
      {isOpen && <FormProblem attempt={places.loading} texts={problems.anywhere} />}
      <FormProblem attempt={places.ending} texts={problems.anywhere} />
    </section>
  );
}

function Summary({ places }: { places: Places }) {
  const { places: words } = useWords();
  const sessions = places.sessions.value;
  const here = sessions?.find(({ current }) => current)?.place;
  // A space holds the line until the answer is there, so that nothing jumps.
  const parts = sessions ? [words.count(sessions.length), here && words.thisOneIn(here)] : ["\u00a0"];
  return <small>{parts.filter(Boolean).join(" · ")}</small>;
}

function PlaceList({ places }: { places: Places }) {
  const { places: words } = useWords();
  const sessions = places.sessions.value ?? [];
  const others = sessions.filter(({ current }) => !current);
  return (
    <>
      <ul class="methods">
        {sessions.map((session) => (
          <Place key={session.id} session={session} places={places} />
        ))}
      </ul>
      {others.length > 0 ? (
        <Button kind="danger" busy={places.ending.pending.value} onClick={() => void places.endOthers()}>
          {words.endOthers}
        </Button>
      ) : (
        places.sessions.value && <p>{words.onlyHere}</p>
      )}
    </>
  );
}

function Place({ session, places }: { session: SessionOfAccount; places: Places }) {
  const words = useWords();
  const locale = useLocale();
  const name = browserWords(words, session);
  const when = relativeDay(session.lastUsedAt, Date.now(), locale);
  const details = [session.place, session.ip, !session.current && words.places.lastUsed(when)];
  return (
    <li>
      <div>
        <b>
          {name} {session.current && <em class="pill good">{words.places.thisOne}</em>}
        </b>
        <small>{details.filter(Boolean).join(" · ")}</small>
      </div>
      {!session.current && (
        <Button
          label={words.places.endNamed(name)}
          busy={places.ending.pending.value}
          onClick={() => void places.end(session, name)}
        >
          {words.places.end}
        </Button>
      )}
    </li>
  );
}
