import { useState } from "preact/hooks";
import type { Answer } from "../../shared/contract/answer.ts";
import type { StepUpMethod } from "../../shared/contract/errors.ts";
import { SecondFactorForm } from "../../shared/panel/second-factor/form.tsx";
import { createSecondFactor } from "../../shared/panel/second-factor/state.ts";
import { useWords } from "../../shared/panel/words.tsx";
import { startAskPage } from "./ask-page.tsx";
import { client } from "./page-client.ts";
import { words } from "./page-words.ts";

interface ProveProps {
  methods: readonly StepUpMethod[];
  link: string;
  onDone: () => void;
}

/** The account has a second factor that is beyond dispute: the link alone does not put the address back. */
function Prove({ methods, link, onDone }: ProveProps) {
  const { stepUp } = useWords();
  const undo = async (proof: Parameters<typeof client.account.undoEmailChange>[0]): Promise<Answer<void>> => {
    const answer = await client.account.undoEmailChange(proof);
    if (answer.ok) onDone();
    return answer;
  };
  const [factor] = useState(() =>
    createSecondFactor({
      methods,
      recoveryCounts: methods.includes("recovery"),
      // No mailed code proves anything here, so none is ever sent.
      waitsForButton: true,
      send: () => Promise.reject(new Error("e-mail is no method here")),
      prove: ({ method, code }) => undo(method === "email" ? { link } : { link, method, code }),
      passkey: {
        ask: () => client.account.undoEmailPasskeyOptions({ link }),
        prove: (proof) => undo({ link, ...proof }),
      },
    }),
  );
  return (
    <div class="panel">
      <p>{words.undoProof}</p>
      <p>{stepUp.leads[factor.method.value]("")}</p>
      <SecondFactorForm factor={factor} submitLabel={words.ask.undoEmail.action} final />
    </div>
  );
}

startAskPage({
  texts: words.ask.undoEmail,
  purpose: "undo_email",
  act: (link) => client.account.undoEmailChange({ link }),
  instead({ attempt, link, onDone }) {
    const failure = attempt.failure.value;
    if (failure?.code !== "step_up_required") return null;
    return <Prove methods={failure.details.methods ?? []} link={link} onDone={onDone} />;
  },
});
