import { useState } from "preact/hooks";
import type { SecondFactorProof } from "../../contract/client.ts";
import type { SecondStepAnswer } from "../../contract/sign-in.ts";
import { Button } from "../../ui/button.tsx";
import { SecondFactorForm } from "../second-factor/form.tsx";
import { createSecondFactor } from "../second-factor/state.ts";
import { useWords } from "../words.tsx";
import type { WayIn } from "./state.ts";

/** The second step alone on its screen, titled by its method. */
export function SecondStep({ way, answer }: { way: WayIn; answer: SecondStepAnswer }) {
  const { signIn, secondStep } = useWords();
  const [factor] = useState(() => createSecondStep(way, answer));
  const method = factor.method.value;
  const who = method === "email" ? factor.sentTo.value : way.email.value.trim();
  return (
    <div class="stack">
      <h1>{secondStep.titles[method]}</h1>
      <p>{secondStep.leads[method](who)}</p>
      <SecondFactorForm factor={factor} submitLabel={signIn.submit} />
      <Button
        kind="link"
        onClick={() => {
          way.step.value = { at: "password" };
        }}
      >
        {signIn.back}
      </Button>
    </div>
  );
}

function createSecondStep(way: WayIn, { signIn, methods, preferred }: SecondStepAnswer) {
  const types = methods.map(({ type }) => type);
  const { client } = way;
  return createSecondFactor({
    methods: [preferred, ...types.filter((type) => type !== preferred)],
    sentTo: methods.find(({ type }) => type === "email")?.sentTo,
    send: () => client.signIn.sendEmailCode({ signIn }),
    async prove(proof: SecondFactorProof) {
      const proved = await client.signIn.code({ signIn, ...proof });
      if (proved.ok && proved.value.status === "complete") way.finish(proved.value);
      const isOver = !proved.ok && (proved.code === "sign_in_expired" || proved.details.attemptsLeft === 0);
      if (isOver) way.step.value = { at: "password", why: "sign_in_expired" };
      return proved;
    },
  });
}
