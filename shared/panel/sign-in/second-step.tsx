import { useSignalEffect } from "@preact/signals";
import { useState } from "preact/hooks";
import { emailCodeSeconds } from "../../contract/limits.ts";
import { serviceNow } from "../../contract/server-clock.ts";
import type { SecondStepAnswer } from "../../contract/sign-in.ts";
import { dayAndTime } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import { clockTime, useSecondsUntil } from "../../ui/countdown.ts";
import { Icon } from "../../ui/icon.tsx";
import { SecondFactorForm } from "../second-factor/form.tsx";
import { waitsForMail } from "../second-factor/state.ts";
import { useLocale, useWords } from "../words.tsx";
import { createSecondStep } from "./second-step-state.ts";
import type { WayIn } from "./state.ts";

/** The second step alone on its screen, titled by its method. */
export function SecondStep({ way, answer }: { way: WayIn; answer: SecondStepAnswer }) {
  const { reset, signIn, secondStep, stepUp } = useWords();
  const [factor] = useState(() => createSecondStep(way, answer));
  useSignalEffect(() => {
    way.proof.value = { method: factor.method.value, mailedAtMs: factor.mailedAtMs.value };
  });
  const method = factor.method.value;
  const email = way.email.value.trim();
  const lead =
    email === ""
      ? stepUp.leads[method](factor.sentTo.value)
      : secondStep.leads[method](method === "email" ? factor.sentTo.value : email);
  const isEarlierCode = method === "email" && answer.codeExpiresAt !== undefined && !factor.resend.again.value;
  return (
    <div class="stack">
      <h1>{secondStep.titles[method]}</h1>
      {answer.disputed && <OnHold until={answer.until} />}
      {isEarlierCode ? (
        <EarlierCode sentTo={factor.sentTo.value} mailedAtMs={factor.mailedAtMs.value ?? 0} />
      ) : (
        <p>{waitsForMail(factor) ? secondStep.emailWaits : lead}</p>
      )}
      <SecondFactorForm factor={factor} submitLabel={answer.disputed ? reset.submit : signIn.submit} />
      {answer.until && <WaitInstead way={way} until={answer.until} />}
      <Button
        kind="link"
        onClick={() => {
          way.proof.value = null;
          way.step.value = { at: "password" };
        }}
      >
        {signIn.back}
      </Button>
    </div>
  );
}

/** No new code was mailed, for the one of a moment ago still works: for how long. */
function EarlierCode({ sentTo, mailedAtMs }: { sentTo: string; mailedAtMs: number }) {
  const { secondStep } = useWords();
  const secondsLeft = useSecondsUntil(mailedAtMs + emailCodeSeconds * 1000);
  return <p>{secondStep.emailStillWorks(sentTo, clockTime(secondsLeft))}</p>;
}

/** Says why a method that is on hold is asked for, and what happens without it. */
function OnHold({ until }: { until: string | undefined }) {
  const { reset } = useWords();
  const locale = useLocale();
  return (
    <div class="notice warn with-icon">
      <Icon name="warning" />
      <div>
        <p>{reset.onHold}</p>
        {until && <p>{reset.otherwise(dayAndTime(until, serviceNow(), locale))}</p>}
      </div>
    </div>
  );
}

function WaitInstead({ way, until }: { way: WayIn; until: string }) {
  const { reset } = useWords();
  return (
    <Button
      kind="link"
      onClick={() => {
        way.proof.value = null;
        way.step.value = { at: "reset_waiting", until };
      }}
    >
      {reset.wait}
    </Button>
  );
}
