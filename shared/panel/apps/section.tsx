import { useEffect, useState } from "preact/hooks";
import type { ConnectedApp } from "../../contract/oidc.ts";
import { serviceNow } from "../../contract/server-clock.ts";
import { relativeDay } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import { Folded } from "../folded.tsx";
import { FormProblem } from "../problem.tsx";
import { Row } from "../row.tsx";
import { Section } from "../section.tsx";
import type { SecurityState } from "../security-state.ts";
import { useLocale, useWords } from "../words.tsx";
import { type Apps, createApps } from "./state.ts";

/** The sites that the person has signed in to, each with a button that ends that; nothing while there are none. */
export function AppsSection({ security }: { security: SecurityState }) {
  const { apps: words, problems } = useWords();
  const [state] = useState(() => createApps(security));
  useEffect(() => void state.load(), [state]);
  const apps = state.apps.value ?? [];
  if (apps.length === 0) return <FormProblem attempt={state.attempt} texts={problems.anywhere} />;
  return (
    <Section title={words.title} lead={words.lead}>
      <div class="list-card">
        <Folded items={apps} label={words.title} draw={(app) => <App key={app.clientId} app={app} state={state} />} />
      </div>
      <FormProblem attempt={state.attempt} texts={problems.anywhere} />
    </Section>
  );
}

function App({ app, state }: { app: ConnectedApp; state: Apps }) {
  const { apps: words, places } = useWords();
  const locale = useLocale();
  const known = (["profile", "email", "offline_access"] as const).filter((scope) => app.scopes.includes(scope));
  return (
    <Row
      title={app.name}
      lines={[
        known.map((scope) => words.scopes[scope]).join(" · "),
        places.lastUsed(relativeDay(app.lastUsedAt, serviceNow(), locale)),
      ]}
      action={
        <Button
          kind="text"
          label={words.removeNamed(app.name)}
          busy={state.attempt.pending.value}
          onClick={() => void state.remove(app, words.question(app.name))}
        >
          {words.remove}
        </Button>
      }
    />
  );
}
