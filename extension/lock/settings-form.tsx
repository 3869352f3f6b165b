import { useEffect, useRef } from "preact/hooks";
import { passwordMinimumDefault } from "../../shared/contract/limits.ts";
import { useFocusFor } from "../../shared/panel/focus.ts";
import { PasswordStrength } from "../../shared/panel/password/strength.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { Form } from "../../shared/ui/form.tsx";
import { PasswordField } from "../../shared/ui/password-field.tsx";
import type { LockForm, LockSettings } from "./settings-state.ts";
import { words } from "./words.ts";

interface LockFormProps {
  lock: LockSettings;
  form: LockForm;
  /** There is no way back where a passphrase has to be set. */
  isDue?: boolean;
}

/** The fields of what is being done with the passphrase. */
export function LockFormFields({ lock, form, isDue }: LockFormProps) {
  const { settings } = words;
  const asksNext = form === "set" || form === "change";
  const submit = {
    set: settings.save,
    change: settings.save,
    remove: settings.remove,
    passkey: settings.setPasskeySubmit,
  }[form];
  return (
    <Form onSubmit={() => lock.submit()}>
      {form === "remove" && <p>{settings.removeLead}</p>}
      {form === "passkey" && <p>{settings.setPasskeyLead}</p>}
      {form !== "set" && <PassphraseField lock={lock} field="current" label={settings.current} focusFirst />}
      {asksNext && <NextPassphrase lock={lock} focusFirst={form === "set"} />}
      <div class="actions">
        {!isDue && <Button onClick={() => lock.show(null)}>{words.cancel}</Button>}
        <Button kind={form === "remove" ? "final" : "primary"} type="submit" busy={lock.busy.value}>
          {submit}
        </Button>
      </div>
    </Form>
  );
}

function NextPassphrase({ lock, focusFirst }: { lock: LockSettings; focusFirst: boolean }) {
  const { settings } = words;
  useEffect(() => lock.strength.watch(), [lock]);
  return (
    <>
      <div class="stack tight">
        <PassphraseField lock={lock} field="next" label={settings.next} focusFirst={focusFirst} />
        <PasswordStrength strength={lock.strength} refused={false} minimum={passwordMinimumDefault} />
      </div>
      <PassphraseField lock={lock} field="again" label={settings.again} />
      <p>{settings.noReset}</p>
    </>
  );
}

interface PassphraseFieldProps {
  lock: LockSettings;
  field: "current" | "next" | "again";
  label: string;
  focusFirst?: boolean;
}

function PassphraseField({ lock, field, label, focusFirst }: PassphraseFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const problem = lock.problem.value?.field === field ? lock.problem.value : null;
  useFocusFor(problem, input);
  return (
    <PasswordField
      label={label}
      autocomplete={field === "current" ? "current-password" : "new-password"}
      value={lock.typed[field]}
      words={words}
      inputRef={input}
      focusFirst={focusFirst}
      error={problem && <p>{words.problems[problem.code]}</p>}
    />
  );
}
