import { useEffect, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { CodeField } from "../../ui/code-field.tsx";
import { Form } from "../../ui/form.tsx";
import { useFormField } from "../form-field.tsx";
import { Loading } from "../loading.tsx";
import { FormProblem } from "../problem.tsx";
import { ScreenHeader } from "../screen-header.tsx";
import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";
import { KeyToScan } from "./key-to-scan.tsx";
import { type AppSetUp, createAppSetUp } from "./set-up-state.ts";
import { ThisBrowserCard } from "./this-browser-card.tsx";
import "./set-up.css";

/** Sets up an authenticator app: scan or type its key, then type the first code. */
export function AppSetUpScreen({ security }: { security: SecurityState }) {
  const words = useWords();
  const [setUp] = useState(() => createAppSetUp(security, words.twoFactor.app));
  useEffect(() => void setUp.begin(), [setUp]);
  const enrolment = setUp.enrolment.value;
  const thisBrowser = security.thisBrowser.value;
  return (
    <section class="card screen">
      <ScreenHeader title={words.twoFactor.app} onBack={() => security.show(null)} />
      {enrolment ? (
        <>
          {thisBrowser && <ThisBrowserCard setUp={setUp} thisBrowser={thisBrowser} />}
          <div class="app-set-up">
            <KeyToScan enrolment={enrolment} isSecondChoice={thisBrowser !== undefined} />
            <FirstCode setUp={setUp} isSecondChoice={thisBrowser !== undefined} />
          </div>
        </>
      ) : (
        <NoKeyYet setUp={setUp} />
      )}
    </section>
  );
}

function NoKeyYet({ setUp }: { setUp: AppSetUp }) {
  const words = useWords();
  if (!setUp.opening.failure.value) return <Loading />;
  return (
    <>
      <FormProblem attempt={setUp.opening} texts={words.problems.appSetUp} />
      <Button disabled={setUp.opening.blocked.value} onClick={() => void setUp.begin()}>
        {words.tryAgain}
      </Button>
    </>
  );
}

function FirstCode({ setUp, isSecondChoice }: { setUp: AppSetUp; isSecondChoice: boolean }) {
  const words = useWords();
  const { attempt } = setUp.form;
  const { inputRef, error } = useFormField(setUp.form, "code", words.code.incomplete, words.problems.appSetUp);
  const code = attempt.failure.value?.code;
  const isOver = code === "code_expired" || code === "not_found";
  return (
    <Form onSubmit={setUp.confirm}>
      {!isSecondChoice && <p>{words.appSetUp.codeLead}</p>}
      <CodeField
        words={words.code}
        value={setUp.code}
        error={error}
        busy={attempt.pending.value}
        inputRef={inputRef}
        onComplete={() => void setUp.confirm()}
      />
      {isOver && (
        <Button wide onClick={() => void setUp.beginAgain()}>
          {words.appSetUp.startAgain}
        </Button>
      )}
      <Button kind="primary" type="submit" wide busy={attempt.pending.value} disabled={attempt.blocked.value || isOver}>
        {words.twoFactor.turnOn}
      </Button>
    </Form>
  );
}
