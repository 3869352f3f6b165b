import { useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { PasskeysRow } from "../passkey/row.tsx";
import { PasskeysSection } from "../passkey/section.tsx";
import { FormProblem } from "../problem.tsx";
import { Section } from "../section.tsx";
import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";
import { createTwoFactorActions, type TwoFactorActions } from "./actions-state.ts";
import { ActiveMethod } from "./active-methods.tsx";
import { MethodChoices } from "./method-choices.tsx";
import { WhatItIs } from "./what-it-is.tsx";

/** Whether two-factor authentication is on, by which methods, and the ways to change that; then the passkeys, one by one. */
export function TwoFactorSection({ security, learnMoreUrl }: { security: SecurityState; learnMoreUrl: string }) {
  const { problems, twoFactor: words } = useWords();
  const [actions] = useState(() => createTwoFactorActions(security));
  const twoFactor = security.account.value?.twoFactor;
  if (!twoFactor) return null;
  return (
    <>
      <Section
        title={words.title}
        badge={<em class={twoFactor.enabled ? "pill good" : "pill"}>{twoFactor.enabled ? words.on : words.off}</em>}
        lead={twoFactor.enabled ? words.stateOn : words.stateOff}
      >
        <div class="list-card">
          {twoFactor.enabled && <WhileOn security={security} actions={actions} />}
          {twoFactor.enabled && (
            <div class="sub">
              <h3>{words.addAnother}</h3>
            </div>
          )}
          <MethodChoices security={security} />
          {twoFactor.enabled && (
            <div class="turn-off">
              <small>{words.turnOffNote}</small>
              <Button
                kind="faint"
                label={words.turnOff}
                busy={actions.attempt.pending.value}
                onClick={() => void actions.turnOff(words.turnOffQuestion)}
              >
                {words.turnOffShort}
              </Button>
            </div>
          )}
        </div>
        <FormProblem attempt={actions.attempt} texts={problems.anywhere} />
        <WhatItIs learnMoreUrl={learnMoreUrl} />
      </Section>
      <PasskeysSection security={security} actions={actions} />
    </>
  );
}

/** A row for each method; passkeys share one, as they have a section of their own. */
function WhileOn({ security, actions }: { security: SecurityState; actions: TwoFactorActions }) {
  const { twoFactor: words } = useWords();
  const thisBrowser = security.thisBrowser.value;
  const methods = security.account.value?.twoFactor.methods ?? [];
  const isHere = methods.some(({ id }) => thisBrowser?.holds(id));
  return (
    <>
      <ul class="list" aria-label={words.list}>
        <PasskeysRow security={security} />
        {methods
          .filter(({ type }) => type !== "passkey")
          .map((method) => (
            <ActiveMethod key={method.id} method={method} security={security} actions={actions} />
          ))}
      </ul>
      {isHere && thisBrowser?.note()}
    </>
  );
}
