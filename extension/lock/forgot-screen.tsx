import { useState } from "preact/hooks";
import { useFocusOnArrival } from "../../shared/panel/focus.ts";
import { LocaleProvider } from "../../shared/panel/words.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { locale } from "../surface/words.ts";
import { startOver } from "../vault/aside.ts";
import { browserPlace } from "../vault/place.ts";
import { AsideSection } from "./aside-section.tsx";
import { forgottenWords, type LockProblem, words } from "./words.ts";

/** What can be done without the passphrase: start over, with a backup file or none, or bring back what was put aside. */
export function ForgotScreen({ onBack, onRestore }: { onBack: () => void; onRestore: () => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<LockProblem | null>(null);
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const begin = async (goOn: () => void) => {
    setBusy(true);
    const begun = await startOver(browserPlace, new Date());
    setBusy(false);
    if (begun.ok) goOn();
    else setProblem(begun.code);
  };
  return (
    <LocaleProvider locale={locale}>
      <div class="scrolling">
        <div class="panel">
          <section class="card stack">
            <h2 ref={heading} tabIndex={-1}>
              {forgottenWords.link}
            </h2>
            <p>{forgottenWords.lead}</p>
            <p>{forgottenWords.over}</p>
            <Button kind="primary" wide busy={busy} onClick={() => void begin(onRestore)}>
              {forgottenWords.restore}
            </Button>
            <Button wide busy={busy} onClick={() => void begin(() => {})}>
              {forgottenWords.startOver}
            </Button>
            <Button wide onClick={onBack}>
              {forgottenWords.back}
            </Button>
            <div role="alert">{problem && <p class="notice bad">{words.problems[problem]}</p>}</div>
            <p>{forgottenWords.noBackup}</p>
          </section>
          <AsideSection whileLocked />
        </div>
      </div>
    </LocaleProvider>
  );
}
