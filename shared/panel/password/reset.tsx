import { useEffect, useRef, useState } from "preact/hooks";
import type { Verification } from "../../contract/verification.ts";
import { dayAndTime } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import { CodeField } from "../../ui/code-field.tsx";
import { Form } from "../../ui/form.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { UsernameField } from "../../ui/username-field.tsx";
import { ResendCode } from "../email-code/resend.tsx";
import { useFocusFor, useFocusOnArrival } from "../focus.ts";
import { FormProblem, Problem } from "../problem.tsx";
import type { WayIn } from "../sign-in/state.ts";
import { ToSignIn } from "../sign-in/to-sign-in.tsx";
import { useLocale, useWords } from "../words.tsx";
import { createResetForm } from "./reset-state.ts";
import { PasswordStrength } from "./strength.tsx";

/** The mailed code, and the new password that it is for. */
export function SetNewPassword({ way, reset: first }: { way: WayIn; reset: Verification }) {
  const words = useWords();
  const { problems, reset } = words;
  const [form] = useState(() => createResetForm(way, first));
  const { attempt, missing, strength } = form;
  useEffect(() => strength.watch(), [strength]);
  const codeField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const failure = attempt.failure.value;
  const isRefused = failure?.code === "password_rejected";
  const isOfCode = failure?.code === "wrong_code" || failure?.code === "code_expired";
  const lacks = (field: "code" | "next") => missing.value?.field === field && missing.value;
  useFocusFor(isOfCode ? failure : lacks("code"), codeField);
  useFocusFor(isRefused ? failure : lacks("next"), passwordField);
  const problem = failure && <Problem failure={failure} texts={problems.emailCode} />;
  return (
    <Form onSubmit={form.submit}>
      <h1>{reset.codeTitle}</h1>
      <p>{reset.codeLead(way.email.value.trim())}</p>
      <UsernameField email={way.email.value.trim()} />
      <CodeField
        words={words.code}
        value={form.code}
        error={isOfCode ? problem : lacks("code") && <p>{words.code.incomplete}</p>}
        busy={attempt.pending.value}
        inputRef={codeField}
        focusFirst
        onComplete={() => passwordField.current?.focus()}
      />
      <ResendCode resend={form.resend} onSend={() => void form.resend.send()} />
      <div class="stack tight">
        <PasswordField
          label={reset.newPassword}
          autocomplete="new-password"
          value={form.next}
          words={words.password}
          inputRef={passwordField}
          error={isRefused ? problem : lacks("next") && <p>{words.password.newMissing}</p>}
        />
        <PasswordStrength strength={strength} refused={isRefused} />
      </div>
      {!isRefused && !isOfCode && <FormProblem attempt={attempt} texts={problems.anywhere} />}
      <Button kind="primary" type="submit" wide busy={attempt.pending.value} disabled={attempt.blocked.value}>
        {reset.submit}
      </Button>
      <ToSignIn way={way} />
    </Form>
  );
}

/** A reset that takes effect later: why, and when. */
export function ResetWaits({ way, until }: { way: WayIn; until: string }) {
  const { reset } = useWords();
  const locale = useLocale();
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <div class="stack">
      <h1 ref={heading} tabIndex={-1}>
        {reset.waitingTitle}
      </h1>
      <p>{reset.waitingLead(dayAndTime(until, Date.now(), locale))}</p>
      <ToSignIn way={way} />
    </div>
  );
}
