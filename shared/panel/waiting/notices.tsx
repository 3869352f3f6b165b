import { useState } from "preact/hooks";
import { serviceNow } from "../../contract/server-clock.ts";
import type { WaitingChange } from "../../contract/waiting.ts";
import { dayAndTime } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { FormProblem } from "../problem.tsx";
import type { SecurityState } from "../security-state.ts";
import { useLocale, useWords } from "../words.tsx";
import { createStop } from "./stop-state.ts";

/** What takes effect later, each with a button that stops it. */
export function WaitingNotices({ security }: { security: SecurityState }) {
  const changes = security.account.value?.waiting ?? [];
  return changes.map((change) => <WaitingNotice key={change.id} change={change} security={security} />);
}

function WaitingNotice({ change, security }: { change: WaitingChange; security: SecurityState }) {
  const { waiting, problems } = useWords();
  const locale = useLocale();
  const [{ attempt, run }] = useState(() => createStop(security, change));
  const words = waiting.types[change.type];
  const at = (time: string) => dayAndTime(time, serviceNow(), locale);
  return (
    <section class="notice warn with-icon">
      <Icon name="clock" />
      <div>
        <h2>{words.title}</h2>
        <p>
          {waiting.requested(at(change.since))} {words.until(at(change.until))}
        </p>
        <FormProblem attempt={attempt} texts={problems.anywhere} />
      </div>
      <Button busy={attempt.pending.value} disabled={attempt.blocked.value} onClick={() => void run()}>
        {words.stop}
      </Button>
    </section>
  );
}
