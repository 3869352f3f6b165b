import { useEffect, useRef } from "preact/hooks";
import { useFocusFor } from "../../shared/panel/focus.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Form } from "../../shared/ui/form.tsx";
import { PasswordField } from "../../shared/ui/password-field.tsx";
import type { Unlocking } from "./unlock-state.ts";
import { words } from "./words.ts";

/** The passphrase, and a passkey where one was set up. */
export function UnlockForm({ unlocking, focusFirst = true }: { unlocking: Unlocking; focusFirst?: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  const problem = unlocking.problem.value;
  useFocusFor(problem, field);
  useEffect(() => void unlocking.load(), [unlocking]);
  return (
    <Form class="unlock" onSubmit={() => unlocking.submit()}>
      <PasswordField
        label={words.passphrase}
        autocomplete="current-password"
        value={unlocking.passphrase}
        words={words}
        inputRef={field}
        focusFirst={focusFirst}
        error={problem && <p>{words.problems[problem.code]}</p>}
      />
      <Button kind="primary" type="submit" wide busy={unlocking.busy.value}>
        {words.unlock}
      </Button>
      {unlocking.hasPasskey.value && (
        <Button kind="link" busy={unlocking.busy.value} onClick={() => void unlocking.byPasskey()}>
          {words.byPasskey}
        </Button>
      )}
    </Form>
  );
}
