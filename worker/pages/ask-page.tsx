import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Answer } from "../../shared/contract/answer.ts";
import { type Attempt, createAttempt } from "../../shared/panel/attempt.ts";
import { FormProblem } from "../../shared/panel/problem.tsx";
import { LocaleProvider, useWords } from "../../shared/panel/words.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { type AskedPurpose, CheckedLink, ExpiredLink } from "./checked-link.tsx";
import { forgetMailedLink, takeMailedLink } from "./mailed-link.ts";
import { PageFrame } from "./page-frame.tsx";
import { pageLocale, words } from "./page-words.ts";
import { startPage } from "./start-page.tsx";

/** What a page says before and after the one thing that it asks about. */
export interface AskWords {
  title: string;
  lead: string;
  action: string;
  done: string;
}

/** How the button looks: `final` before what ends something, `primary` before what keeps it. */
type Kind = "final" | "primary";

/** What a page shows in place of its button: where `attempt` came back, and what to call once it is done. */
type Instead = (shown: { attempt: Attempt; link: string; onDone: () => void }) => ComponentChildren;

interface AskOptions {
  texts: AskWords;
  /** What its link has to be for; none where the page has no link. */
  purpose?: AskedPurpose;
  act: (link: string) => Promise<Answer<void>>;
  kind?: Kind;
  /** Shown in place of the button where it answers something, such as another question. */
  instead?: Instead;
}

/**
 * A page behind a link in a mail, which asks and then acts. Opening it changes nothing: programs that look through
 * mails open every link in them.
 */
export function startAskPage(options: AskOptions): void {
  const link = takeMailedLink();
  startPage(
    options.texts.title,
    <LocaleProvider locale={pageLocale}>
      <PageFrame narrow>
        {options.purpose ? (
          <CheckedLink link={link} purpose={options.purpose}>
            <Ask {...options} link={link} />
          </CheckedLink>
        ) : (
          <Ask {...options} link={link} />
        )}
      </PageFrame>
    </LocaleProvider>,
  );
}

function Ask({ texts, purpose, kind = "final", act, instead, link }: AskOptions & { link: string }) {
  const { problems } = useWords();
  const [attempt] = useState(createAttempt);
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (done) forgetMailedLink();
  }, [done]);
  const onDone = () => setDone(true);
  const run = async () => {
    const answer = await attempt.run(() => act(link));
    if (answer?.ok) onDone();
  };
  // Used or void since the page was opened.
  if (purpose && attempt.failure.value?.code === "link_expired") return <ExpiredLink purpose={purpose} />;
  const other = done ? null : instead?.({ attempt, link, onDone });
  return (
    <section class="card">
      <h1>{texts.title}</h1>
      {!done && !other && <p>{texts.lead}</p>}
      <div role="status">{done && <p class="notice good">{texts.done}</p>}</div>
      {!other && <FormProblem attempt={attempt} texts={problems.anywhere} />}
      {other}
      {done && (
        <a ref={(next) => next?.focus()} class="button primary" href="/sign-in">
          {words.ask.toSignIn}
        </a>
      )}
      {!done && !other && (
        <Button kind={kind} busy={attempt.pending.value} disabled={attempt.blocked.value} onClick={() => void run()}>
          {texts.action}
        </Button>
      )}
    </section>
  );
}
