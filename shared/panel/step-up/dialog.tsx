import { useState } from "preact/hooks";
import type { Client, SecondFactorProof } from "../../contract/client.ts";
import type { PasskeyProof } from "../../contract/passkey.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { WhoseAccount } from "../confirm/whose-account.tsx";
import { SecondFactorForm } from "../second-factor/form.tsx";
import { createSecondFactor, waitsForMail } from "../second-factor/state.ts";
import { useWords } from "../words.tsx";
import { ProvePassword } from "./prove-password.tsx";
import type { StepUp, StepUpQuestion } from "./state.ts";

interface StepUpDialogProps {
  client: Client;
  stepUp: StepUp;
  /** Whose account it is. */
  email: string;
  /** The code of this browser's own authenticator, where it has the account's key. */
  ownCode?: () => Promise<string | null>;
}

/** The question that interrupts what needs a fresh proof, while there is one. */
export function StepUpDialog({ client, stepUp, email, ownCode }: StepUpDialogProps) {
  const { stepUp: words } = useWords();
  const question = stepUp.question.value;
  if (!question) return null;
  const leave = () => question.settle(false);
  return (
    <Dialog title={question.title ?? words.title} onClose={leave}>
      <ProveItsYou client={client} stepUp={stepUp} question={question} email={email} ownCode={ownCode} />
      <Button wide onClick={leave}>
        {words.cancel}
      </Button>
    </Dialog>
  );
}

interface ProveItsYouProps {
  client: Client;
  ownCode?: () => Promise<string | null>;
  stepUp: StepUp;
  email: string;
  question: StepUpQuestion;
}

/** The question itself, by whatever proof counts. */
export function ProveItsYou({ client, stepUp, question, email, ownCode }: ProveItsYouProps) {
  return question.methods.includes("password") ? (
    <ProvePassword client={client} stepUp={stepUp} question={question} email={email} />
  ) : (
    <ProveSecondFactor client={client} stepUp={stepUp} question={question} email={email} ownCode={ownCode} />
  );
}

function ProveSecondFactor({ client, stepUp, question, email, ownCode }: ProveItsYouProps) {
  const { stepUp: words, secondStep } = useWords();
  const prove = async (proof: SecondFactorProof | (PasskeyProof & { method: "passkey" })) => {
    const answer = await client.stepUp.prove(proof);
    if (answer.ok) question.settle(true);
    else if (answer.code === "not_signed_in") stepUp.end();
    return answer;
  };
  const [factor] = useState(() =>
    createSecondFactor({
      methods: question.methods,
      send: () => client.stepUp.sendEmailCode(),
      prove,
      waitsForButton: question.final,
      passkey: {
        ask: () => client.stepUp.passkeyOptions(),
        prove: (proof) => prove({ method: "passkey", ...proof }),
      },
      ownCode,
    }),
  );
  return (
    <>
      {question.reason && <p>{question.reason}</p>}
      {question.final && <WhoseAccount email={email} />}
      <p>{waitsForMail(factor) ? secondStep.emailWaits : words.leads[factor.method.value](factor.sentTo.value)}</p>
      <SecondFactorForm factor={factor} submitLabel={question.action ?? words.submit} final={question.final} />
    </>
  );
}
