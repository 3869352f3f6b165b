import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useFocusFor } from "../focus.ts";
import { PasswordStrength } from "../password/strength.tsx";
import { FormProblem, Problem } from "../problem.tsx";
import type { WayIn } from "../sign-in/state.ts";
import { useWords } from "../words.tsx";
import { createAccountToCreate } from "./create-account-state.ts";
import { Terms } from "./terms.tsx";

/** An address and a password for a new account. */
export function CreateAccount({ way }: { way: WayIn }) {
  const words = useWords();
  const { create, problems, signIn } = words;
  const [{ attempt, missing, strength, submit }] = useState(() => createAccountToCreate(way));
  useEffect(() => strength.watch(), [strength]);
  useEffect(() => void way.settings.read(), [way]);
  const [takesFocus] = useState(way.takesFocus);
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const failure = attempt.failure.value;
  const lacks = (field: "email" | "password") => missing.value?.field === field && missing.value;
  const isRefused = failure?.code === "password_rejected";
  useFocusFor(lacks("email"), emailField);
  useFocusFor(isRefused ? failure : lacks("password"), passwordField);

  return (
    <Form onSubmit={submit}>
      <h1>{create.title}</h1>
      <TextField
        label={signIn.email}
        type="email"
        autocomplete="username"
        value={way.email}
        inputRef={emailField}
        focusFirst={takesFocus}
        error={lacks("email") && <p>{signIn.emailMissing}</p>}
      />
      <div class="stack tight">
        <PasswordField
          label={create.newPassword}
          autocomplete="new-password"
          value={way.password}
          words={words.password}
          inputRef={passwordField}
          error={
            isRefused ? (
              <Problem failure={failure} texts={problems.createAccount} />
            ) : (
              lacks("password") && <p>{create.passwordMissing}</p>
            )
          }
        />
        <PasswordStrength strength={strength} refused={isRefused} />
      </div>
      {!isRefused && <FormProblem attempt={attempt} texts={problems.createAccount} />}
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
