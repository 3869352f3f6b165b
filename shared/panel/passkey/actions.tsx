import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Method } from "../../contract/account.ts";
import { methodNameLimit } from "../../contract/limits.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { TwoFactorActions } from "../two-factor/actions-state.ts";
import { nameOf } from "../two-factor/method-words.ts";
import { useWords } from "../words.tsx";

/** Gives a method another name. */
export function RenameMethod({ method, actions }: { method: Method; actions: TwoFactorActions }) {
  const words = useWords();
  const { passkey } = words;
  const [name] = useState(() => signal(nameOf(method, words)));
  return (
    <Form onSubmit={() => actions.rename(method, name.value)}>
      <TextField label={passkey.nameLabel} value={name} autocomplete="off" maxLength={methodNameLimit} />
      <div class="actions">
        <Button type="submit" busy={actions.attempt.pending.value}>
          {passkey.rename}
        </Button>
      </div>
    </Form>
  );
}
