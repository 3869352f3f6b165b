import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { CodeField } from "../../ui/code-field.tsx";
import { Form } from "../../ui/form.tsx";
import { useFocusFor } from "../focus.ts";
import { Loading } from "../loading.tsx";
import { Problem } from "../problem.tsx";
import { ScreenHeader } from "../screen-header.tsx";
import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";
import { ResendCode } from "./resend.tsx";
import { createEmailSetUp, type EmailSetUp } from "./set-up-state.ts";

/** Sets up e-mail as a second factor by the code that is mailed. */
export function EmailSetUpScreen({ security }: { security: SecurityState }) {
  const words = useWords();
  const [setUp] = useState(() => createEmailSetUp(security, words.twoFactor.email));
  useEffect(() => void setUp.begin(), [setUp]);
  const enrolment = security.mailed.value?.enrolment;
  const isSending = !enrolment && setUp.resend.sending.pending.value;
  return (
    <section class="card screen">
      <ScreenHeader title={words.twoFactor.email} onBack={() => security.show(null)} />
      {enrolment && <p>{words.secondStep.leads.email(enrolment.sentTo)}</p>}
      {enrolment && <MailedCode setUp={setUp} />}
      {isSending ? <Loading /> : <ResendCode resend={setUp.resend} onSend={() => void setUp.resend.send()} />}
    </section>
  );
}

function MailedCode({ setUp }: { setUp: EmailSetUp }) {
  const words = useWords();
  const { confirming, incomplete } = setUp;
  const field = useRef<HTMLInputElement>(null);
  const failure = confirming.failure.value;
  useFocusFor(failure ?? incomplete.value, field);
  const error = failure ? (
    <Problem failure={failure} texts={words.problems.emailCode} />
  ) : (
    incomplete.value && <p>{words.code.incomplete}</p>
  );
  return (
    <Form onSubmit={setUp.confirm}>
      <CodeField
        words={words.code}
        value={setUp.code}
        error={error}
        busy={confirming.pending.value}
        inputRef={field}
        focusFirst
        onComplete={() => void setUp.confirm()}
      />
      <Button kind="primary" type="submit" wide busy={confirming.pending.value} disabled={confirming.blocked.value}>
        {words.twoFactor.turnOn}
      </Button>
    </Form>
  );
}
