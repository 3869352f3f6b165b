import { useEffect, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { CodeField } from "../../ui/code-field.tsx";
import { Form } from "../../ui/form.tsx";
import { useFormField } from "../form-field.tsx";
import { Loading } from "../loading.tsx";
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
  const { attempt } = setUp.form;
  const { inputRef, error } = useFormField(setUp.form, "code", words.code.incomplete, words.problems.emailCode);
  return (
    <Form onSubmit={setUp.confirm}>
      <CodeField
        words={words.code}
        value={setUp.code}
        error={error}
        busy={attempt.pending.value}
        inputRef={inputRef}
        focusFirst
        onComplete={() => void setUp.confirm()}
      />
      <Button kind="primary" type="submit" wide busy={attempt.pending.value} disabled={attempt.blocked.value}>
        {words.twoFactor.turnOn}
      </Button>
    </Form>
  );
}
