import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Form } from "../../ui/form.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { UsernameField } from "../../ui/username-field.tsx";
import { useFocusFor } from "../focus.ts";
import { FormProblem, Problem } from "../problem.tsx";
import { useWords } from "../words.tsx";
import type { PasswordChange } from "./change-state.ts";
import { PasswordStrength } from "./strength.tsx";

interface ChangePasswordProps {
  /** Whose password it is. */
  email: string;
  create: () => PasswordChange;
  onCancel: () => void;
}

/** The current password and a new one. */
export function ChangePassword({ email, create, onCancel }: ChangePasswordProps) {
  const words = useWords();
  const { password, problems } = words;
  const [change] = useState(create);
  const { attempt, missing, strength } = change;
  useEffect(() => strength.watch(), [strength]);
  const currentField = useRef<HTMLInputElement>(null);
  const newField = useRef<HTMLInputElement>(null);
  const failure = attempt.failure.value;
  const isWrong = failure?.code === "wrong_credentials";
  const isRefused = failure?.code === "password_rejected";
  const lacks = (field: "current" | "next") => missing.value?.field === field && missing.value;
  useFocusFor(isWrong ? failure : lacks("current"), currentField);
  useFocusFor(isRefused ? failure : lacks("next"), newField);
  const problem = failure && <Problem failure={failure} texts={problems.changePassword} />;

  return (
    <Form onSubmit={change.submit}>
      <UsernameField email={email} />
      <PasswordField
        label={password.current}
        autocomplete="current-password"
        value={change.current}
        words={password}
        inputRef={currentField}
        focusFirst
        error={isWrong ? problem : lacks("current") && <p>{password.currentMissing}</p>}
      />
      <div class="stack tight">
        <PasswordField
          label={password.new}
          autocomplete="new-password"
          value={change.next}
          words={password}
          inputRef={newField}
          error={isRefused ? problem : lacks("next") && <p>{password.newMissing}</p>}
        />
        <PasswordStrength strength={strength} refused={isRefused} />
      </div>
      <Checkbox label={password.signOutOthers} value={change.signOutOthers} />
      {!isWrong && !isRefused && <FormProblem attempt={attempt} texts={problems.changePassword} />}
      <div class="actions">
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button kind="primary" type="submit" busy={attempt.pending.value} disabled={attempt.blocked.value}>
          {password.submit}
        </Button>
      </div>
    </Form>
  );
}
