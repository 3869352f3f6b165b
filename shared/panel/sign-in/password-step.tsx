import { useEffect, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useFormField } from "../form-field.tsx";
import { UsePasskey } from "../passkey/use-button.tsx";
import { FormProblem } from "../problem.tsx";
import { useWords } from "../words.tsx";
import { createPasswordStep } from "./password-step-state.ts";
import type { SignInStep, WayIn } from "./state.ts";
import { OfferUnlock } from "./unlock.tsx";

/** E-mail and password together, and the way to a new account. */
export function PasswordStep({ way, why }: { way: WayIn; why: (SignInStep & { at: "password" })["why"] }) {
  const words = useWords();
  const { links, problems, signIn } = words;
  const [{ form, passkey, submit }] = useState(() => createPasswordStep(way));
  // As it is at the start: the focus does not move on while somebody types.
  const [begin] = useState(() => way.takesFocus() && (way.email.peek() === "" ? "email" : "password"));
  useEffect(() => passkey?.offer(), [passkey]);
  const { attempt } = form;
  const failure = attempt.failure.value;
  const email = useFormField(form, "email", signIn.emailMissing, problems.signIn);
  const password = useFormField(form, "password", signIn.passwordMissing, problems.signIn);

  return (
    <Form onSubmit={submit}>
      <h1>{signIn.title}</h1>
      {way.unlock.value && !failure && (
        <p class="notice good" role="status">
          {links.unlocked}
        </p>
      )}
      {why && !failure && (
        <p class="notice warn" role="status">
          {problems.signIn[why]}
        </p>
      )}
      <TextField
        label={signIn.email}
        type="email"
        autocomplete={passkey ? "username webauthn" : "username"}
        value={way.email}
        inputRef={email.inputRef}
        focusFirst={begin === "email"}
        error={email.error}
      />
      <PasswordField
        label={signIn.password}
        autocomplete="current-password"
        value={way.password}
        words={words.password}
        inputRef={password.inputRef}
        focusFirst={begin === "password"}
        error={password.error}
      />
      <FormProblem attempt={form} texts={problems.signIn} />
      <Button kind="primary" type="submit" wide busy={attempt.pending.value} disabled={attempt.blocked.value}>
        {signIn.submit}
      </Button>
      {failure?.code === "too_many_attempts" && <OfferUnlock way={way} />}
      {passkey && <UsePasskey use={passkey} label={words.passkey.signIn} />}
      <Button
        kind="link"
        onClick={() => {
          way.step.value = { at: "reset" };
        }}
      >
        {words.reset.forgot}
      </Button>
      <Button
        kind="link"
        onClick={() => {
          way.step.value = { at: "create" };
        }}
      >
        {signIn.toCreate}
      </Button>
    </Form>
  );
}
