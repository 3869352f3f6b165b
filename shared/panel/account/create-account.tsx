import { useEffect, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useFormField } from "../form-field.tsx";
import { PasswordStrength } from "../password/strength.tsx";
import { FormProblem } from "../problem.tsx";
import type { WayIn } from "../sign-in/state.ts";
import { useWords } from "../words.tsx";
import { createAccountToCreate } from "./create-account-state.ts";

/** An address and a password for a new account. */
export function CreateAccount({ way }: { way: WayIn }) {
  const words = useWords();
  const { create, problems, signIn } = words;
  const [{ form, strength, submit }] = useState(() => createAccountToCreate(way));
  useEffect(() => strength.watch(), [strength]);
  const [takesFocus] = useState(way.takesFocus);
  const texts = { ...problems.createAccount, invalid_request: signIn.emailMissing };
  const email = useFormField(form, "email", signIn.emailMissing, texts);
  const password = useFormField(form, "password", create.passwordMissing, texts);
  const { attempt } = form;

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
      <div class="stack tight">
        <PasswordField
          label={create.newPassword}
          autocomplete="new-password"
          value={way.password}
          words={words.password}
          inputRef={password.inputRef}
          error={password.error}
        />
        <PasswordStrength strength={strength} refused={password.isRefused} />
      </div>
      <FormProblem attempt={form} texts={problems.createAccount} />
      <Button kind="primary" type="submit" wide busy={attempt.pending.value} disabled={attempt.blocked.value}>
        {create.submit}
      </Button>
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
