import { serviceNow } from "../contract/server-clock.ts";
import type { ProblemTexts } from "../locales/en/panel-problems.ts";
import { dayAndTime } from "../locales/relative-time.ts";
import { clockTime, useSecondsUntil } from "../ui/countdown.ts";
import type { Attempt, PanelFailure } from "./attempt.ts";
import { useLocale, useWords } from "./words.tsx";

/** A failure in words: what happened, what to do, and how many tries are left. */
export function Problem({ failure, texts }: { failure: PanelFailure; texts: ProblemTexts }) {
  const words = useWords();
  const locale = useLocale();
  if (failure.until !== undefined) return <SlowedDown until={failure.until} />;
  const { alreadyUsed, attemptsLeft, reasons } = failure.details;
  if (failure.code === "password_rejected" && reasons?.length) {
    return reasons.map((reason) => <p key={reason}>{words.password.reasons[reason]}</p>);
  }
  if (failure.details.waiting)
    return <p>{words.reset.stillWaits(dayAndTime(failure.details.waiting.until, serviceNow(), locale))}</p>;
  if (failure.code !== "wrong_code") return <p>{texts[failure.code]}</p>;
  const left = attemptsLeft === undefined ? "" : ` ${words.code.triesLeft(attemptsLeft)}`;
  return <p>{(alreadyUsed ? words.code.alreadyUsed : texts.wrong_code) + left}</p>;
}

/** The failure of a form where it belongs to no single field; of an attempt without fields, any. */
export function FormProblem({ attempt, texts }: { attempt: Pick<Attempt, "failure">; texts: ProblemTexts }) {
  const failure = attempt.failure.value;
  return (
    <div class="error form-problem" role="alert">
      {failure && <Problem failure={failure} texts={texts} />}
    </div>
  );
}

function SlowedDown({ until }: { until: number }) {
  const words = useWords();
  const time = clockTime(useSecondsUntil(until));
  const [before, after] = words.waitFor(time).split(time);
  // A timer is silent: the sentence is said once, and not again each second.
  return (
    <p>
      {before}
      <span role="timer" aria-live="off">
        {time}
      </span>
      {after}
    </p>
  );
}
