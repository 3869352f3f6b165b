import { useEffect, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useFormField } from "../form-field.tsx";
import { NewPassword } from "../password/new-password.tsx";
import { FormProblem } from "../problem.tsx";
import type { WayIn } from "../sign-in/state.ts";
import { useWords } from "../words.tsx";
import { createAccountToCreate } from "./create-account-state.ts";
import { Terms } from "./terms.tsx";

/** An address and a password for a new account. */
export function CreateAccount({ way }: { way: WayIn }) {
  const words = useWords();
  const { create, problems, signIn } = words;
  const [{ form, strength, submit }] = useState(() => createAccountToCreate(way));
  const [takesFocus] = useState(way.takesFocus);
  const texts = problems.createAccount;
  const email = useFormField(form, "email", signIn.emailMissing, texts);
  const password = useFormField(form, "password", create.passwordMissing, texts);
  const { attempt } = form;
  useEffect(() => void way.settings.read(), [way]);

  return (
    <Form onSubmit={submit}>
      <h1>{create.title}</h1>
      <TextField
        label={signIn.email}
        type="email"
        autocomplete="username"
        value={way.email}
        inputRef={email.inputRef}
        focusFirst={takesFocus}
        error={email.error}
      />
      <NewPassword
        label={create.newPassword}
        value={way.password}
        field={password}
        strength={strength}
        settings={way.settings.value}
      />
      <FormProblem attempt={form} texts={problems.createAccount} />
      <Button kind="primary" type="submit" wide busy={attempt.pending.value} disabled={attempt.blocked.value}>
        {create.submit}
      </Button>
      <Terms settings={way.settings.value.value} />
      <Button
        kind="link"
        onClick={() => {
          way.step.value = { at: "password" };
        }}
      >
        {create.toSignIn}
      </Button>
    </Form>
  );
}
