import { useSignalEffect } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Answer } from "../../contract/answer.ts";
import type { SecondFactorProof } from "../../contract/client.ts";
import type { SecondStepAnswer, SignInAnswer } from "../../contract/sign-in.ts";
import { Button } from "../../ui/button.tsx";
import { SecondFactorForm } from "../second-factor/form.tsx";
import { createSecondFactor, waitsForMail } from "../second-factor/state.ts";
import { useWords } from "../words.tsx";
import type { WayIn } from "./state.ts";

/** The second step alone on its screen, titled by its method. */
export function SecondStep({ way, answer }: { way: WayIn; answer: SecondStepAnswer }) {
  const { signIn, secondStep, stepUp } = useWords();
  const [factor] = useState(() => createSecondStep(way, answer));
  useSignalEffect(() => {
    way.proof.value = { method: factor.method.value, mailedAtMs: factor.mailedAtMs.value };
  });
  const method = factor.method.value;
  const email = way.email.value.trim();
  const lead =
    // Whoever came by a mailed link has typed no address here.
    email === ""
      ? stepUp.leads[method](factor.sentTo.value)
      : secondStep.leads[method](method === "email" ? factor.sentTo.value : email);
  return (
    <div class="stack">
      <h1>{secondStep.titles[method]}</h1>
      <p>{waitsForMail(factor) ? secondStep.emailWaits : lead}</p>
      <SecondFactorForm factor={factor} submitLabel={signIn.submit} />
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

function createSecondStep(way: WayIn, { signIn, methods, preferred, ...answer }: SecondStepAnswer) {
  const types = methods.map(({ type }) => type);
  const { client, thisBrowser } = way;
  const email = way.email.peek().trim();
  const kept = way.proof.peek();
  return createSecondFactor({
    methods: [preferred, ...types.filter((type) => type !== preferred)],
    sentTo: methods.find(({ type }) => type === "email")?.sentTo,
    // With e-mail preferred, the first code was sent along with the answer, unless that says when one can be.
    mailedAtMs: kept ? kept.mailedAtMs : preferred === "email" && !answer.resendAfter ? Date.now() : null,
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
