import { useState } from "preact/hooks";
import type { Verification } from "../../contract/verification.ts";
import { Button } from "../../ui/button.tsx";
import { CodeField } from "../../ui/code-field.tsx";
import { Form } from "../../ui/form.tsx";
import { ResendCode } from "../email-code/resend.tsx";
import { useFormField } from "../form-field.tsx";
import type { WayIn } from "../sign-in/state.ts";
import { useWords } from "../words.tsx";
import { createAddressToVerify } from "./verify-address-state.ts";

/** The code that was mailed to a new account's address. */
export function VerifyAddress({ way, verification }: { way: WayIn; verification: Verification }) {
  const words = useWords();
  const { code: codeWords, create, problems } = words;
  const [{ code, form, resend, submit }] = useState(() => createAddressToVerify(way, verification));
  const { inputRef, error } = useFormField(form, "code", codeWords.incomplete, problems.verifyAddress);
  const { attempt } = form;
  return (
    <Form onSubmit={submit}>
      <h1>{create.verifyTitle}</h1>
      <p>{create.verifyLead(way.email.value.trim())}</p>
      <CodeField
        words={codeWords}
        value={code}
        error={error}
        busy={attempt.pending.value}
        inputRef={inputRef}
        focusFirst
        onComplete={() => void submit()}
      />
      <ResendCode resend={resend} onSend={() => void resend.send()} />
      <Button kind="primary" type="submit" wide busy={attempt.pending.value} disabled={attempt.blocked.value}>
        {create.verifySubmit}
      </Button>
      <Button
        kind="link"
        onClick={() => {
          way.step.value = { at: "create" };
        }}
      >
        {create.otherEmail}
      </Button>
    </Form>
  );
}
