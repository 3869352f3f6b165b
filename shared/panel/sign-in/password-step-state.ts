import type { SignInAnswer } from "../../contract/sign-in.ts";
import { createFormState, type FormState, isEntered, isFilled, isOneOf } from "../form-state.ts";
import { canUsePasskeys } from "../passkey/ceremony.ts";
import { createPasskeyUse, type PasskeyUse } from "../passkey/use-state.ts";
import type { StepVisit, WayIn } from "./state.ts";

/** The first step: e-mail and password together. */
export interface PasswordStep {
  form: FormState<"email" | "password">;
  /** Signs in without a password; undefined where this page can use no passkey. */
  passkey: PasskeyUse | undefined;
  submit: () => Promise<void>;
}

/** The first step on a way in. */
export function createPasswordStep({ client, email, password, proof, unlock, visit }: WayIn): PasswordStep {
  const form = createFormState({
    email: { value: email, accepts: isFilled },
    password: { value: password, accepts: isEntered, isAbout: isOneOf("wrong_credentials") },
  });
  const goOn = (answer: SignInAnswer, { isHere, go, finish }: StepVisit) => {
    if (isHere()) proof.value = null;
    if (answer.status === "complete") finish(answer);
    else go({ at: "second_step", answer });
  };
  const passkey = canUsePasskeys()
    ? createPasskeyUse({
        here: () => visit().isHere,
        ask: () => client.signIn.passkeyOptions(),
        async prove(used) {
          const begun = visit();
          const answer = await client.signIn.passkey(used);
          if (answer.ok) goOn(answer.value, begun);
          return answer;
        },
      })
    : undefined;
  return {
    form,
    passkey,
    async submit() {
      const typed = { email: email.value.trim(), password: password.value };
      const begun = visit();
      const answer = await form.send(() => client.signIn.start({ ...typed, unlock: unlock.value?.unlock }));
      if (answer?.ok) goOn(answer.value, begun);
    },
  };
}
