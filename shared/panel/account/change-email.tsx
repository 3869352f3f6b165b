import { useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { CodeField } from "../../ui/code-field.tsx";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ResendCode } from "../email-code/resend.tsx";
import { useFormField } from "../form-field.tsx";
import { FormProblem } from "../problem.tsx";
import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";
import { createEmailChange, type EmailChangeForm } from "./change-email-state.ts";

/** Changes the address: the new one, then the code that was mailed to it. */
export function ChangeEmail({ security }: { security: SecurityState }) {
  const words = useWords();
  const [change] = useState(() => createEmailChange(security));
  const { sentTo } = change;
  const { attempt } = sentTo.value === null ? change.asking : change.confirming;
  return (
    <Form onSubmit={change.submit}>
      {sentTo.value === null ? <NewAddress change={change} /> : <MailedCode change={change} sentTo={sentTo.value} />}
      <div class="actions">
        <Button onClick={() => security.show(null)}>{words.cancel}</Button>
        <Button
          kind={sentTo.value === null ? "primary" : "final"}
          type="submit"
          busy={attempt.pending.value}
          disabled={attempt.blocked.value}
        >
          {sentTo.value === null ? words.care.sendCode : words.care.confirmEmail}
        </Button>
      </div>
    </Form>
  );
}

function NewAddress({ change }: { change: EmailChangeForm }) {
  const words = useWords();
  const unfit = words.care.newEmailMissing;
  const { anywhere } = words.problems;
  const { inputRef, error } = useFormField(change.asking, "email", unfit, { ...anywhere, invalid_request: unfit });
  return (
    <>
      <p>{words.care.changeLead}</p>
      <TextField
        label={words.care.newEmail}
        type="email"
        autocomplete="email"
        value={change.email}
        inputRef={inputRef}
        focusFirst
        error={error}
      />
      <FormProblem attempt={change.asking} texts={anywhere} />
    </>
  );
}

function MailedCode({ change, sentTo }: { change: EmailChangeForm; sentTo: string }) {
  const words = useWords();
  const { confirming } = change;
  const { inputRef, error } = useFormField(confirming, "code", words.code.incomplete, words.problems.emailCode);
  return (
    <>
      <p>{words.care.codeLead(sentTo)}</p>
      <CodeField
        words={words.code}
        value={change.code}
        error={error}
        busy={confirming.attempt.pending.value}
        inputRef={inputRef}
        focusFirst
      />
      <ResendCode resend={change.resend} onSend={() => void change.resend.send()} />
    </>
  );
}
