import { useState } from "preact/hooks";
import { methodNameLimit } from "../../contract/limits.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Problem } from "../problem.tsx";
import { ScreenHeader } from "../screen-header.tsx";
import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";
import { canUsePasskeys } from "./ceremony.ts";
import { GoElsewhere } from "./go-elsewhere.tsx";
import { passkeyPlace } from "./place.ts";
import { createPasskeySetUp } from "./set-up-state.ts";

/** Adds a passkey, where a page can; else it leads to one that can. */
export function PasskeySetUpScreen({ security, pageUrl }: { security: SecurityState; pageUrl: string }) {
  const { passkey } = useWords();
  return (
    <section class="card screen">
      <ScreenHeader title={passkey.name} onBack={() => security.show(null)} />
      {canUsePasskeys() ? (
        <CreatePasskey security={security} />
      ) : passkeyPlace().elsewhere ? (
        <GoElsewhere />
      ) : (
        <>
          <p>{passkey.notHere}</p>
          <a class="button primary wide" href={pageUrl} target="_blank" rel="noreferrer">
            {passkey.openPage}
          </a>
        </>
      )}
    </section>
  );
}

function CreatePasskey({ security }: { security: SecurityState }) {
  const { passkey, problems } = useWords();
  const [setUp] = useState(() => createPasskeySetUp(security, passkey.name));
  const { attempt, pending, refused, name } = setUp;
  const failure = attempt.failure.value;
  return (
    <Form onSubmit={setUp.create}>
      <p>{passkey.lead}</p>
      <TextField
        label={passkey.nameLabel}
        hint={passkey.nameHint}
        value={name}
        autocomplete="off"
        maxLength={methodNameLimit}
        focusFirst
      />
      <div class="error form-problem" role="alert">
        {failure ? (
          <Problem failure={failure} texts={problems.anywhere} />
        ) : (
          refused.value && <p>{passkey.failed[refused.value]}</p>
        )}
      </div>
      <Button kind="primary" type="submit" wide busy={pending.value} disabled={attempt.blocked.value}>
        {passkey.create}
      </Button>
    </Form>
  );
}
