import { useSignalEffect } from "@preact/signals";
import { useState } from "preact/hooks";
import type { MethodType } from "../../contract/account.ts";
import type { Answer } from "../../contract/answer.ts";
import type { SecondFactorProof } from "../../contract/client.ts";
import { emailCodeSeconds } from "../../contract/limits.ts";
import type { SecondStepAnswer, SignInAnswer } from "../../contract/sign-in.ts";
import { dayAndTime } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import { clockTime, useSecondsUntil } from "../../ui/countdown.ts";
import { Icon } from "../../ui/icon.tsx";
import { SecondFactorForm } from "../second-factor/form.tsx";
import { createSecondFactor, waitsForMail } from "../second-factor/state.ts";
import { useLocale, useWords } from "../words.tsx";
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
        {until && <p>{reset.otherwise(dayAndTime(until, Date.now(), locale))}</p>}
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

/**
 * When the code was mailed that works, in milliseconds since 1970 by this machine's clock. With e-mail preferred it came
 * with the answer, unless that says when one can be; an earlier one is older by as much as it expires before the sign-in.
 */
function mailedAt(
  preferred: MethodType,
  { expiresAt, codeExpiresAt, resendAfter }: Pick<SecondStepAnswer, "expiresAt" | "codeExpiresAt" | "resendAfter">,
): number | null {
  if (preferred !== "email") return null;
  if (codeExpiresAt) return Date.now() - (Date.parse(expiresAt) - Date.parse(codeExpiresAt));
  return resendAfter ? null : Date.now();
}

function createSecondStep(way: WayIn, { signIn, methods, preferred, ...answer }: SecondStepAnswer) {
  const types = methods.map(({ type }) => type);
  const { client, thisBrowser } = way;
  const email = way.email.peek().trim();
  const kept = way.proof.peek();
  return createSecondFactor({
    methods: [preferred, ...types.filter((type) => type !== preferred)],
    sentTo: methods.find(({ type }) => type === "email")?.sentTo,
    mailedAtMs: kept ? kept.mailedAtMs : mailedAt(preferred, answer),
    begunWith: kept?.method,
    ownCode: thisBrowser?.hasCodesOf(email) ? () => thisBrowser.codeOf(email) : undefined,
    send: () => client.signIn.sendEmailCode({ signIn }),
    rememberDays: way.canRemember ? answer.rememberDays : 0,
    passkey: {
      ask: () => client.signIn.passkeyOptions({ signIn }),
      prove: (proof, rememberDevice) => judge(client.signIn.passkey({ signIn, ...proof, rememberDevice })),
    },
    prove: (proof: SecondFactorProof, rememberDevice: boolean) =>
      judge(client.signIn.code({ signIn, ...proof, rememberDevice })),
  });

  async function judge(asked: Promise<Answer<SignInAnswer>>): Promise<Answer<SignInAnswer>> {
    const proved = await asked;
    if (proved.ok && proved.value.status === "complete") way.finish(proved.value);
    const isOver = !proved.ok && (proved.code === "sign_in_expired" || proved.details.attemptsLeft === 0);
    if (isOver) {
      way.proof.value = null;
      way.step.value = { at: "password", why: "sign_in_expired" };
    }
    return proved;
  }
}
