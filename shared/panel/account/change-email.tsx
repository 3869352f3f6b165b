import { useRef, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { CodeField } from "../../ui/code-field.tsx";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ResendCode } from "../email-code/resend.tsx";
import { useFocusFor } from "../focus.ts";
import { FormProblem, Problem } from "../problem.tsx";
import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";
import { createEmailChange, type EmailChangeForm } from "./change-email-state.ts";

/** Changes the address: the new one, then the code that was mailed to it. */
export function ChangeEmail({ security }: { security: SecurityState }) {
  const words = useWords();
  const [change] = useState(() => createEmailChange(security));
  const { attempt, sentTo } = change;
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
  const field = useRef<HTMLInputElement>(null);
  const isMissing = change.missing.value?.field === "email" && change.missing.value;
  useFocusFor(isMissing, field);
  return (
    <>
      <p>{words.care.changeLead}</p>
      <TextField
        label={words.care.newEmail}
        type="email"
        autocomplete="email"
        value={change.email}
        inputRef={field}
        focusFirst
        error={isMissing && <p>{words.care.newEmailMissing}</p>}
      />
      <FormProblem attempt={change.attempt} texts={words.problems.anywhere} />
    </>
  );
}

function MailedCode({ change, sentTo }: { change: EmailChangeForm; sentTo: string }) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  const failure = change.attempt.failure.value;
  const isMissing = change.missing.value?.field === "code" && change.missing.value;
  useFocusFor(failure ?? isMissing, field);
  const error = failure ? (
    <Problem failure={failure} texts={words.problems.emailCode} />
  ) : (
    isMissing && <p>{words.code.incomplete}</p>
  );
  return (
    <>
      <p>{words.care.codeLead(sentTo)}</p>
      <CodeField
        words={words.code}
        value={change.code}
        error={error}
        busy={change.attempt.pending.value}
        inputRef={field}
        focusFirst
      />
      <ResendCode resend={change.resend} onSend={() => void change.resend.send()} />
    </>
  );
}
