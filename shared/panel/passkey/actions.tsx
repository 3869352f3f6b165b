import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Method } from "../../contract/account.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { TwoFactorActions } from "../two-factor/actions-state.ts";
import { useWords } from "../words.tsx";

/** Gives a passkey another name. */
export function RenamePasskey({ method, actions }: { method: Method; actions: TwoFactorActions }) {
  const { passkey } = useWords();
  const [name] = useState(() => signal(method.name));
  return (
    <Form onSubmit={() => actions.rename(method, name.value)}>
      <TextField label={passkey.nameLabel} value={name} autocomplete="off" />
      <Button type="submit" busy={actions.attempt.pending.value}>
        {passkey.rename}
      </Button>
    </Form>
  );
}

/** Whether to ask for nothing weaker than a passkey. */
export function OnlyPasskeys({ isOn, actions }: { isOn: boolean; actions: TwoFactorActions }) {
  const { passkey } = useWords();
  return (
    <div class="actions">
      <p>{isOn ? passkey.onlyOn : passkey.onlyNote}</p>
      <Button busy={actions.attempt.pending.value} onClick={() => void actions.demandPasskeys(!isOn)}>
        {isOn ? passkey.codesAgain : passkey.only}
      </Button>
    </div>
  );
}
