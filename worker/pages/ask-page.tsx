import { useState } from "preact/hooks";
import type { Answer } from "../../shared/contract/answer.ts";
import { createAttempt } from "../../shared/panel/attempt.ts";
import { FormProblem } from "../../shared/panel/problem.tsx";
import { LocaleProvider, useWords } from "../../shared/panel/words.tsx";
import { Button } from "../../shared/ui/button.tsx";
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

type Act = () => Promise<Answer<void>>;

/** How the button looks: `danger` before what ends something, `primary` before what keeps it. */
type Kind = "danger" | "primary";

/**
 * A page behind a link in a mail, which asks and then acts. Opening it changes nothing: programs that look through
 * mails open every link in them.
 */
export function startAskPage(
  texts: AskWords,
  act: (link: string) => Promise<Answer<void>>,
  kind: Kind = "danger",
): void {
  const link = takeMailedLink();
  startPage(
    texts.title,
    <LocaleProvider locale={pageLocale}>
      <PageFrame narrow>
        <Ask texts={texts} kind={kind} act={() => act(link)} />
      </PageFrame>
    </LocaleProvider>,
  );
}

function Ask({ texts, kind, act }: { texts: AskWords; kind: Kind; act: Act }) {
  const { problems } = useWords();
  const [attempt] = useState(createAttempt);
  const [done, setDone] = useState(false);
  const run = async () => {
    const answer = await attempt.run(act);
    if (!answer?.ok) return;
    forgetMailedLink();
    setDone(true);
  };
  return (
    <section class="card">
      <h1>{texts.title}</h1>
      {!done && <p>{texts.lead}</p>}
      <div role="status">{done && <p class="notice good">{texts.done}</p>}</div>
      <FormProblem attempt={attempt} texts={problems.anywhere} />
      {done ? (
        <a ref={(link) => link?.focus()} class="button primary" href="/sign-in">
          {words.ask.toSignIn}
        </a>
      ) : (
        <Button kind={kind} busy={attempt.pending.value} disabled={attempt.blocked.value} onClick={() => void run()}>
          {texts.action}
        </Button>
      )}
    </section>
  );
}
