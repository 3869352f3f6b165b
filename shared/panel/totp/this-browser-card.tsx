import { Icon } from "../../ui/icon.tsx";
import { FormProblem } from "../problem.tsx";
import type { ThisBrowser } from "../this-browser.ts";
import { useWords } from "../words.tsx";
import type { AppSetUp } from "./set-up-state.ts";

/** The set-up by one click: this browser keeps the key. */
export function ThisBrowserCard({ setUp, thisBrowser }: { setUp: AppSetUp; thisBrowser: ThisBrowser }) {
  const { appSetUp, problems } = useWords();
  const { attempt, notSaved } = setUp.byBrowser;
  const isBusy = attempt.pending.value;
  return (
    <>
      <button
        type="button"
        class="choice one-click"
        aria-disabled={isBusy || undefined}
        aria-busy={isBusy || undefined}
        onClick={() => void setUp.enrolThisBrowser()}
      >
        <Icon name="browser" />
        <b>{appSetUp.useThisBrowser}</b>
        <small>{appSetUp.useThisBrowserNote}</small>
      </button>
      {thisBrowser.note()}
      <FormProblem attempt={attempt} texts={problems.thisBrowser} />
      <div class="error" role="alert">
        {notSaved.value && <p>{appSetUp.notSaved}</p>}
      </div>
      <p class="or">{appSetUp.or}</p>
    </>
  );
}
