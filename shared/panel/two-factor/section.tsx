import { useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { OnlyPasskeys } from "../passkey/actions.tsx";
import { FormProblem } from "../problem.tsx";
import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";
import { createTwoFactorActions, type TwoFactorActions } from "./actions-state.ts";
import { ActiveMethods } from "./active-methods.tsx";
import { MethodChoices } from "./method-choices.tsx";
import { WhatItIs } from "./what-it-is.tsx";

/** Whether two-factor authentication is on, by which methods, and the ways to change that. */
export function TwoFactorSection({ security, learnMoreUrl }: { security: SecurityState; learnMoreUrl: string }) {
  const { problems, twoFactor: words } = useWords();
  const [actions] = useState(() => createTwoFactorActions(security));
  const twoFactor = security.account.value?.twoFactor;
  if (!twoFactor) return null;
  const types = [...new Set(twoFactor.methods.map(({ type }) => words.methods[type]))];
  return (
    <section class="card">
      <h2>
        {words.title}
        <em class={twoFactor.enabled ? "pill good" : "pill"}>{twoFactor.enabled ? words.on : words.off}</em>
      </h2>
      <p>{twoFactor.enabled ? words.stateOn(types) : `${words.stateOff} ${words.addSecondStep}`}</p>
      {twoFactor.enabled ? <WhileOn security={security} actions={actions} /> : <MethodChoices security={security} />}
      <FormProblem attempt={actions.attempt} texts={problems.anywhere} />
      <WhatItIs learnMoreUrl={learnMoreUrl} />
    </section>
  );
}

function WhileOn({ security, actions }: { security: SecurityState; actions: TwoFactorActions }) {
  const { twoFactor: words } = useWords();
  const isAdding = security.open.value === "another_method";
  const { thisBrowser } = security;
  const twoFactor = security.account.value?.twoFactor;
  const hasPasskey = twoFactor?.methods.some(({ type }) => type === "passkey");
  const isHere = security.account.value?.twoFactor.methods.some(({ id }) => thisBrowser?.holds(id));
  return (
    <>
      <ActiveMethods security={security} actions={actions} />
      {isHere && thisBrowser?.note()}
      {hasPasskey && <OnlyPasskeys isOn={twoFactor?.passkeysOnly ?? false} actions={actions} />}
      <Button kind="link" expanded={isAdding} onClick={() => security.show(isAdding ? null : "another_method")}>
        {words.addAnother}
      </Button>
      {isAdding && <MethodChoices security={security} />}
      <Button
        kind="danger"
        busy={actions.attempt.pending.value}
        onClick={() => void actions.turnOff(words.turnOffQuestion)}
      >
        {words.turnOff}
      </Button>
    </>
  );
}
