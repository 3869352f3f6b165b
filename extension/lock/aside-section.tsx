import { useEffect, useRef, useState } from "preact/hooks";
import { longDate } from "../../shared/locales/relative-time.ts";
import { useFocusFor, useFocusWhenLost } from "../../shared/panel/focus.ts";
import { Button } from "../../shared/ui/button.tsx";
import { ConfirmDialog } from "../../shared/ui/confirm-dialog.tsx";
import { Form } from "../../shared/ui/form.tsx";
import { PasswordField } from "../../shared/ui/password-field.tsx";
import { locale } from "../surface/words.ts";
import type { PutAside } from "../vault/aside.ts";
import { type Aside, createAside } from "./aside-state.ts";
import { forgottenWords, words } from "./words.ts";
import "./lock.css";

/** The codes that were put aside, each to be brought back or deleted; nothing where there never were any. */
export function AsideSection({ whileLocked }: { whileLocked: boolean }) {
  const [aside] = useState(createAside);
  useEffect(() => {
    void aside.load();
    return aside.watch();
  }, [aside]);
  const vaults = aside.vaults.value;
  const said = aside.said.value;
  const opening = aside.opening.value;
  const heading = useFocusWhenLost<HTMLHeadingElement>(`${vaults.length} ${opening?.slot}`);
  if (vaults.length === 0 && !said) return null;
  return (
    <section class="card">
      <h2 ref={heading} tabIndex={-1}>
        {forgottenWords.title}
      </h2>
      {vaults.length > 0 && (
        <>
          <p>{whileLocked ? forgottenWords.asideWhileLocked : forgottenWords.asideLead}</p>
          <ul class="binned" aria-label={forgottenWords.title}>
            {vaults.map((vault) => (
              <Line key={vault.slot} vault={vault} aside={aside} />
            ))}
          </ul>
        </>
      )}
      <div role="status" class="said">
        {said && <p class={said.isFailure ? "notice bad" : "notice good"}>{said.text}</p>}
      </div>
      {aside.asked.value && <DeleteQuestion aside={aside} vault={aside.asked.value} />}
    </section>
  );
}

function Line({ vault, aside }: { vault: PutAside; aside: Aside }) {
  const time = longDate(vault.putAsideAt, locale);
  const isOpening = aside.opening.value?.slot === vault.slot;
  return (
    <li>
      <b>{forgottenWords.when(time)}</b>
      {isOpening ? (
        <PassphraseForm aside={aside} />
      ) : (
        <div class="actions">
          <Button label={`${forgottenWords.bringBack}: ${time}`} onClick={() => aside.open(vault)}>
            {forgottenWords.bringBack}
          </Button>
          <Button kind="danger" label={`${forgottenWords.remove}: ${time}`} onClick={() => aside.ask(vault)}>
            {forgottenWords.remove}
          </Button>
        </div>
      )}
    </li>
  );
}

function PassphraseForm({ aside }: { aside: Aside }) {
  const field = useRef<HTMLInputElement>(null);
  const problem = aside.problem.value;
  useFocusFor(problem, field);
  return (
    <Form class="aside-form" onSubmit={() => aside.submit()}>
      <PasswordField
        label={forgottenWords.passphrase}
        autocomplete="current-password"
        value={aside.passphrase}
        words={words}
        inputRef={field}
        focusFirst
        error={problem && <p>{problem.text}</p>}
      />
      <div class="actions">
        <Button kind="primary" type="submit" busy={aside.busy.value}>
          {forgottenWords.bringBack}
        </Button>
        <Button onClick={() => aside.open(null)}>{words.cancel}</Button>
      </div>
    </Form>
  );
}

function DeleteQuestion({ aside, vault }: { aside: Aside; vault: PutAside }) {
  const { title, lead, keep, action } = forgottenWords.question;
  return (
    <ConfirmDialog
      title={title}
      keep={keep}
      action={action}
      onKeep={() => aside.ask(null)}
      onConfirm={() => aside.remove()}
    >
      <p>{lead(longDate(vault.putAsideAt, locale))}</p>
    </ConfirmDialog>
  );
}
