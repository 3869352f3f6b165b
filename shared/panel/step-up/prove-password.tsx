import { useSignal } from "@preact/signals";
import { useRef, useState } from "preact/hooks";
import type { Client } from "../../contract/client.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { UsernameField } from "../../ui/username-field.tsx";
import { createAttempt } from "../attempt.ts";
import { WhoseAccount } from "../confirm/whose-account.tsx";
import { useFocusFor } from "../focus.ts";
import { firstMissing, type Missing } from "../missing.ts";
import { Problem } from "../problem.tsx";
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
  const missing = useSignal<Missing<"password"> | null>(null);
  const [attempt] = useState(createAttempt);
  const field = useRef<HTMLInputElement>(null);
  const failure = attempt.failure.value;
  useFocusFor(failure ?? missing.value, field);
  const submit = async () => {
    missing.value = firstMissing({ password: password.value !== "" });
    if (missing.value) return;
    const answer = await attempt.run(() => client.stepUp.prove({ password: password.value }));
    if (answer?.ok) question.settle(true);
    else if (answer?.code === "not_signed_in") stepUp.end();
  };
  const error = failure ? (
    <Problem failure={failure} texts={words.problems.provePassword} />
  ) : (
    missing.value && <p>{words.signIn.passwordMissing}</p>
  );
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
        inputRef={field}
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
