import { useEffect, useState } from "preact/hooks";
import { serviceNow } from "../../contract/server-clock.ts";
import type { Amr, SessionOfAccount } from "../../contract/session.ts";
import { dayAndTime, relativeDay } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import type { IconName } from "../../ui/icon.tsx";
import { browserWords } from "../browser-words.ts";
import { distinct } from "../distinct.ts";
import { Folded } from "../folded.tsx";
import { FormProblem } from "../problem.tsx";
import { Row } from "../row.tsx";
import { Section } from "../section.tsx";
import type { SecurityState } from "../security-state.ts";
import { useLocale, useWords, type Words } from "../words.tsx";
import { createPlaces, type Places } from "./places-state.ts";

/** Where the account is signed in, this browser first, each other one with a button that ends it. */
export function PlacesSection({ security }: { security: SecurityState }) {
  const { places: words, problems } = useWords();
  const [places] = useState(() => createPlaces(security));
  useEffect(() => void places.load(), [places]);
  const sessions = places.sessions.value;
  const hasOthers = sessions?.some(({ current }) => !current) ?? false;
  return (
    <Section
      title={words.title}
      action={
        hasOthers && (
          <Button kind="text" busy={places.ending.pending.value} onClick={() => void places.endOthers()}>
            {words.endOthers}
          </Button>
        )
      }
    >
      <div class="list-card">
        {sessions ? <SessionList sessions={sessions} places={places} /> : <p>{"\u00a0"}</p>}
        {sessions && !hasOthers && <p>{words.onlyHere}</p>}
      </div>
      <FormProblem attempt={places.loading} texts={problems.anywhere} />
      <FormProblem attempt={places.ending} texts={problems.anywhere} />
    </Section>
  );
}

function SessionList({ sessions, places }: { sessions: SessionOfAccount[]; places: Places }) {
  const words = useWords();
  const locale = useLocale();
  const inOrder = [...sessions.filter(({ current }) => current), ...sessions.filter(({ current }) => !current)];
  const names = distinct(
    inOrder.map((session) =>
      words.places.endNamed(browserWords(words, session), dayAndTime(session.createdAt, serviceNow(), locale)),
    ),
  );
  return (
    <Folded
      items={inOrder.map((session, index) => ({ session, label: names[index] ?? "" }))}
      label={words.places.title}
      draw={({ session, label }) => <Place key={session.id} session={session} label={label} places={places} />}
    />
  );
}

function Place({ session, label, places }: { session: SessionOfAccount; label: string; places: Places }) {
  const words = useWords();
  const locale = useLocale();
  const name = browserWords(words, session);
  const at = (time: string) => dayAndTime(time, serviceNow(), locale);
  const active = !session.current && words.places.lastUsed(relativeDay(session.lastUsedAt, serviceNow(), locale));
  return (
    <Row
      icon={iconOf(session.system)}
      title={
        <>
          {name} {session.current && <em class="pill good">{words.places.thisOne}</em>}
        </>
      }
      lines={[
        [session.place && words.places.near(session.place), session.ip, active].filter(Boolean).join(" · "),
        provedWords(words, at(session.createdAt), session.amr),
      ]}
      action={
        !session.current && (
          <Button
            kind="text"
            label={label}
            busy={places.ending.pending.value}
            onClick={() => void places.end(session, name)}
          >
            {words.places.end}
          </Button>
        )
      }
    />
  );
}

/** When somebody signed in, and by what (RFC 8176 names). */
function provedWords({ places: { signedIn, signedInWith, proofs } }: Words, when: string, amr: readonly Amr[]): string {
  const isPasskey = amr.includes("hwk") || amr.includes("swk");
  const named = (["pwd", "otp", "email", "recovery"] as const).filter((name) => amr.includes(name));
  const [first, ...others] = [...named.map((name) => proofs[name]), ...(isPasskey ? [proofs.passkey] : [])];
  return first === undefined ? signedIn(when) : signedInWith(when, first, others.at(-1));
}

/** A phone for systems of phones and tablets, a laptop for the others. */
export function iconOf(system: string | null): IconName {
  return /ios|ipad|iphone|android/i.test(system ?? "") ? "app" : "laptop";
}
