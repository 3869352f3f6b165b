import { useSignal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Client } from "../../contract/client.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { UsernameField } from "../../ui/username-field.tsx";
import { WhoseAccount } from "../confirm/whose-account.tsx";
import { useFormField } from "../form-field.tsx";
import { createFormState, isAnything, isEntered } from "../form-state.ts";
import { useWords } from "../words.tsx";
import type { StepUp, StepUpQuestion } from "./state.ts";

interface ProvePasswordProps {
  client: Client;
  stepUp: StepUp;
  question: StepUpQuestion;
  /** Whose password it is. */
  email: string;
}

/** The password as the proof, where there is no second factor. */
export function ProvePassword({ client, stepUp, question, email }: ProvePasswordProps) {
  const words = useWords();
  const password = useSignal("");
  const [form] = useState(() =>
    createFormState({ password: { value: password, accepts: isEntered, isAbout: isAnything } }),
  );
  const { attempt } = form;
  const { inputRef, error } = useFormField(
    form,
    "password",
    words.signIn.passwordMissing,
    words.problems.provePassword,
  );
  const submit = async () => {
    const answer = await form.send(() => client.stepUp.prove({ password: password.value }));
    if (answer?.ok) question.settle(true);
    else if (answer?.code === "not_signed_in") stepUp.end();
  };
  return (
    <Form onSubmit={submit}>
      {question.reason && <p>{question.reason}</p>}
      {question.final && <WhoseAccount email={email} />}
      <p>{words.stepUp.passwordLead}</p>
      <UsernameField email={email} />
      <PasswordField
        label={words.signIn.password}
        autocomplete="current-password"
        value={password}
        words={words.password}
        error={error}
        inputRef={inputRef}
        focusFirst
      />
      <Button
        kind={question.final ? "final" : "primary"}
        type="submit"
        wide
        busy={attempt.pending.value}
        disabled={attempt.blocked.value}
      >
        {question.action ?? words.stepUp.submit}
      </Button>
    </Form>
  );
}
