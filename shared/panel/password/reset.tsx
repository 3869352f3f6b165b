import { useEffect, useState } from "preact/hooks";
import { serviceNow } from "../../contract/server-clock.ts";
import type { Verification } from "../../contract/verification.ts";
import { dayAndTime } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import { CodeField } from "../../ui/code-field.tsx";
import { Form } from "../../ui/form.tsx";
import { UsernameField } from "../../ui/username-field.tsx";
import { ResendCode } from "../email-code/resend.tsx";
import { useFocusOnArrival } from "../focus.ts";
import { useFormField } from "../form-field.tsx";
import { FormProblem } from "../problem.tsx";
import type { WayIn } from "../sign-in/state.ts";
import { ToSignIn } from "../sign-in/to-sign-in.tsx";
import { useLocale, useWords } from "../words.tsx";
import { NewPassword } from "./new-password.tsx";
import { createResetForm } from "./reset-state.ts";

/** The mailed code, and the new password that it is for. */
export function SetNewPassword({ way, reset: first }: { way: WayIn; reset: Verification }) {
  const words = useWords();
  const { problems, reset } = words;
  const [{ form, strength, resend, ...entered }] = useState(() => createResetForm(way, first));
  const { attempt } = form;
  useEffect(() => void way.settings.read(), [way]);
  const code = useFormField(form, "code", words.code.incomplete, problems.emailCode);
  const next = useFormField(form, "next", words.password.newMissing, problems.emailCode);
  return (
    <Form onSubmit={entered.submit}>
      <h1>{reset.codeTitle}</h1>
      <p>{reset.codeLead(way.email.value.trim())}</p>
      <UsernameField email={way.email.value.trim()} />
      <CodeField
        words={words.code}
        value={entered.code}
        error={code.error}
        busy={attempt.pending.value}
        inputRef={code.inputRef}
        focusFirst
        onComplete={() => next.inputRef.current?.focus()}
      />
      <ResendCode resend={resend} onSend={() => void resend.send()} />
      <NewPassword
        label={reset.newPassword}
        value={entered.next}
        field={next}
        strength={strength}
        settings={way.settings.value}
      />
      <FormProblem attempt={form} texts={problems.anywhere} />
      <Button kind="primary" type="submit" wide busy={attempt.pending.value} disabled={attempt.blocked.value}>
        {reset.submit}
      </Button>
      <ToSignIn way={way} />
    </Form>
  );
}

/** A reset that takes effect later: why, and when. */
export function ResetWaits({ way, until }: { way: WayIn; until: string }) {
  const { reset } = useWords();
  const locale = useLocale();
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <div class="stack">
      <h1 ref={heading} tabIndex={-1}>
        {reset.waitingTitle}
      </h1>
      <p>{reset.waitingLead(dayAndTime(until, serviceNow(), locale))}</p>
      <ToSignIn way={way} />
    </div>
  );
}
