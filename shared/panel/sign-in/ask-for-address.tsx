import { useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useFormField } from "../form-field.tsx";
import { FormProblem } from "../problem.tsx";
import { useWords } from "../words.tsx";
import { createAddressRequest, type MailPurpose } from "./ask-for-address-state.ts";
import type { WayIn } from "./state.ts";
import { ToSignIn } from "./to-sign-in.tsx";

/** Asks for the address that a mail goes to, for a new password or to unlock the sign-in. */
export function AskForAddress({ way, purpose }: { way: WayIn; purpose: MailPurpose }) {
  const { links, problems, reset, signIn } = useWords();
  const [{ form, submit }] = useState(() => createAddressRequest(way, purpose));
  const { attempt } = form;
  const unfit = signIn.emailMissing;
  const { inputRef, error } = useFormField(form, "email", unfit, { ...problems.anywhere, invalid_request: unfit });
  const isReset = purpose === "reset";
  return (
    <Form onSubmit={submit}>
      <h1>{isReset ? reset.title : links.unlockTitle}</h1>
      <p>{isReset ? reset.lead : links.askLead}</p>
      <TextField
        label={signIn.email}
        type="email"
        autocomplete="username"
        value={way.email}
        inputRef={inputRef}
        focusFirst
        error={error}
      />
      <FormProblem attempt={form} texts={problems.anywhere} />
      <Button kind="primary" type="submit" wide busy={attempt.pending.value} disabled={attempt.blocked.value}>
        {isReset ? reset.send : links.mailLink}
      </Button>
      <ToSignIn way={way} />
    </Form>
  );
}
