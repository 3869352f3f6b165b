import { useId, useState } from "preact/hooks";
import type { DisputedItem } from "../../contract/not-me.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useFocusOnArrival, useFocusWhenLost } from "../focus.ts";
import { FormProblem } from "../problem.tsx";
import type { SecurityState } from "../security-state.ts";
import { useLocale, useWords } from "../words.tsx";
import { Decision } from "./decision.tsx";
import type { ReviewChoices } from "./disputed-state.ts";
import "./review.css";
import { createReview, type Review } from "./review-state.ts";

/** What was added or removed while somebody else may have been in the account: each is kept or not, and then done at once. */
export function ReviewScreen({ security, kept }: { security: SecurityState; kept: ReviewChoices }) {
  const { review: words } = useWords();
  const [review] = useState(() => createReview(security, kept));
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const items = review.items.value;
  return (
    <div class="review">
      <header>
        <h1 ref={heading} tabIndex={-1}>
          {words.title}
        </h1>
        {items.length > 0 && <p>{words.lead}</p>}
      </header>
      <Secured security={security} isOpen={items.length > 0} />
      {items.length > 0 ? <Decisions security={security} review={review} /> : <NothingLeft security={security} />}
    </div>
  );
}

/** What has been done already, before anything is asked. */
function Secured({ security, isOpen }: { security: SecurityState; isOpen: boolean }) {
  const { review: words } = useWords();
  return (
    <div class="notice good with-icon">
      <Icon name="secured" />
      <div>
        <p>
          <b>{words.secured}</b>
        </p>
        {security.account.value?.twoFactor.enabled && <p>{words.stillOn}</p>}
        {isOpen && <p>{words.onHold}</p>}
      </div>
    </div>
  );
}

function NothingLeft({ security }: { security: SecurityState }) {
  const { review: words } = useWords();
  return (
    <>
      <section class="card nothing">
        <Icon name="check" size="l" />
        <h2>{words.none}</h2>
        <p>{words.noneLead}</p>
      </section>
      <Button kind="primary" onClick={security.endReview}>
        {words.toSecurity}
      </Button>
    </>
  );
}

function Decisions({ security, review }: { security: SecurityState; review: Review }) {
  const { review: words, problems } = useWords();
  const locale = useLocale();
  const hintId = useId();
  const counts = review.counts.value;
  const left = review.left.value;
  const parts = new Intl.ListFormat(locale).format(words.parts(counts));
  const action = parts === "" ? words.apply : parts.charAt(0).toLocaleUpperCase(locale) + parts.slice(1);
  const isFinal = counts.remove + counts.leave > 0;
  const hint = isFinal ? words.final : words.notFinal;
  return (
    <Form onSubmit={() => review.submit({ action, final: isFinal })}>
      <Section title={words.added} state="suspended" review={review} />
      <Section title={words.removed} state="removed" review={review} />
      <FormProblem attempt={review.attempt} texts={problems.anywhere} />
      <div class="finish">
        <Button
          kind={isFinal ? "final" : "primary"}
          type="submit"
          busy={review.busy.value}
          disabled={review.attempt.blocked.value}
          waits={left > 0}
          describedBy={hintId}
        >
          {action}
        </Button>
        <small id={hintId} role="status">
          {left > 0 ? words.left(left) : hint}
        </small>
        <Button kind="link" onClick={security.endReview}>
          {words.later}
        </Button>
      </div>
    </Form>
  );
}

function Section({ title, state, review }: { title: string; state: DisputedItem["state"]; review: Review }) {
  const titleId = useId();
  const items = review.items.value.filter((item) => item.state === state);
  const place = useFocusWhenLost<HTMLHeadingElement>(items.length);
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId} ref={place} tabIndex={-1}>
        {title}
      </h2>
      <ul class="rows">
        {items.map((item) => (
          <Decision key={item.id} item={item} review={review} />
        ))}
      </ul>
    </section>
  );
}
