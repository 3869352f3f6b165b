import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { FormProblem } from "../problem.tsx";
import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";

/** Says in the overview that changes wait for a review, where there are any. */
export function DisputedNotice({ security }: { security: SecurityState }) {
  const { review: words, problems } = useWords();
  const { items, loading } = security.disputed;
  const count = items.value.length;
  if (count === 0) return <FormProblem attempt={loading} texts={problems.anywhere} />;
  return (
    <section class="notice warn with-icon">
      <Icon name="warning" />
      <div>
        <h2>{words.title}</h2>
        <p>{words.waits(count)}</p>
      </div>
      <Button onClick={() => security.show({ review: {} })}>{words.open}</Button>
    </section>
  );
}
