import { useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Form } from "../../ui/form.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { UsernameField } from "../../ui/username-field.tsx";
import { useFormField } from "../form-field.tsx";
import { FormProblem } from "../problem.tsx";
import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";
import { createPasswordChange } from "./change-state.ts";
import { NewPassword } from "./new-password.tsx";

/** The current password and a new one. */
export function ChangePassword({ security }: { security: SecurityState }) {
  const words = useWords();
  const { password, problems } = words;
  const [change] = useState(() => createPasswordChange(security));
  const { form, strength } = change;
  const { attempt } = form;
  const current = useFormField(form, "current", password.currentMissing, problems.changePassword);
  const next = useFormField(form, "next", password.newMissing, problems.changePassword);

  return (
    <Form onSubmit={change.submit}>
      <UsernameField email={security.account.value?.email ?? ""} />
      <PasswordField
        label={password.current}
        autocomplete="current-password"
        value={change.current}
        words={password}
        inputRef={current.inputRef}
        focusFirst
        error={current.error}
      />
      <NewPassword
        label={password.new}
        value={change.next}
        field={next}
        strength={strength}
        settings={security.settings}
      />
      <Checkbox label={password.signOutOthers} value={change.signOutOthers} />
      <FormProblem attempt={form} texts={problems.changePassword} />
      <div class="actions">
        <Button onClick={() => security.show(null)}>{words.cancel}</Button>
        <Button kind="primary" type="submit" busy={attempt.pending.value} disabled={attempt.blocked.value}>
          {password.submit}
        </Button>
      </div>
    </Form>
  );
}
