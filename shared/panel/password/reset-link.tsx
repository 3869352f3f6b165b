import { useEffect, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { UsernameField } from "../../ui/username-field.tsx";
import { ResendCode } from "../email-code/resend.tsx";
import { createResend } from "../email-code/resend-state.ts";
import { useFocusOnArrival } from "../focus.ts";
import { useFormField } from "../form-field.tsx";
import { FormProblem } from "../problem.tsx";
import type { WayIn } from "../sign-in/state.ts";
import { ToSignIn } from "../sign-in/to-sign-in.tsx";
import { useWords } from "../words.tsx";
import { NewPassword } from "./new-password.tsx";
import { createLinkedReset } from "./reset-state.ts";

/** The new password, for the link of a mail; nothing has changed until it is set. */
export function SetPasswordByLink({ way, link }: { way: WayIn; link: string }) {
  const { links, password: texts, problems, reset } = useWords();
  const [{ next, strength, form, submit }] = useState(() => createLinkedReset(way, link));
  const { attempt } = form;
  useEffect(() => void way.settings.read(), [way]);
  const field = useFormField(form, "next", texts.newMissing, problems.anywhere);
  return (
    <Form onSubmit={submit}>
      <h1>{reset.title}</h1>
      <p>{links.resetLead}</p>
      <UsernameField email={way.email.value.trim()} />
      <NewPassword
        label={reset.newPassword}
        value={next}
        field={field}
        strength={strength}
        settings={way.settings.value}
        focusFirst
      />
      <FormProblem attempt={form} texts={problems.anywhere} />
      <Button kind="primary" type="submit" wide busy={attempt.pending.value} disabled={attempt.blocked.value}>
        {reset.submit}
      </Button>
      <ToSignIn way={way} />
    </Form>
  );
}

/** Too many wrong codes were entered for the address, so that only the link in the mail is accepted. */
export function LinkOnly({ way }: { way: WayIn }) {
  const { links } = useWords();
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const email = way.email.value.trim();
  const [resend] = useState(() => createResend(() => way.client.passwordReset.request({ email }), null));
  return (
    <div class="stack">
      <h1 ref={heading} tabIndex={-1}>
        {links.onlyTitle}
      </h1>
      <p>{links.onlyWhy(email)}</p>
      <p>{links.onlyLead}</p>
      <ResendCode resend={resend} words={links.resend} onSend={() => void resend.send()} />
      <ToSignIn way={way} />
    </div>
  );
}
