import { isRecoveryCode } from "../../typed-code.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { CodeField } from "../../ui/code-field.tsx";
import { Form } from "../../ui/form.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ResendCode } from "../email-code/resend.tsx";
import { useFormField } from "../form-field.tsx";
import { GoElsewhere } from "../passkey/go-elsewhere.tsx";
import { UnusablePasskey } from "../passkey/unusable.tsx";
import { UsePasskey } from "../passkey/use-button.tsx";
import { useWords } from "../words.tsx";
import { proofTexts } from "./proof-texts.ts";
import { RecoveryCodeHere } from "./recovery-code-here.tsx";
import type { ProofMethod, SecondFactor } from "./state.ts";

interface SecondFactorFormProps {
  factor: SecondFactor;
  submitLabel: string;
  /** What it is for can't be taken back: a code is sent by the button alone, which is red. */
  final?: boolean;
}

/** The code of one method, and the way to another one. */
export function SecondFactorForm({ factor, submitLabel, final = false }: SecondFactorFormProps) {
  const { remember, passkey } = useWords();
  const method = factor.method.value;
  if (method === "passkey") {
    return (
      <div class="stack">
        {factor.remember && <Checkbox label={remember(factor.remember.days)} value={factor.remember.value} />}
        {factor.passkey ? (
          <UsePasskey
            use={factor.passkey}
            label={final ? submitLabel : passkey.use}
            kind={final ? "final" : "primary"}
          />
        ) : (
          <GoElsewhere />
        )}
        <OtherWays factor={factor} />
      </div>
    );
  }
  // This browser has the code, so that nobody has to enter one: that is the one main action.
  const hasOwnCode = method === "app" && factor.ownCode !== undefined;
  return (
    <Form onSubmit={factor.submit}>
      {factor.hasUnusablePasskey && <UnusablePasskey />}
      {/* Keyed, so that each method begins with a fresh field that takes the focus. */}
      <ProofField key={method} factor={factor} method={method} final={final} />
      {hasOwnCode && factor.ownCode && <OwnCode factor={factor} ownCode={factor.ownCode} final={final} />}
      {method === "email" && <ResendCode resend={factor.resend} onSend={() => void factor.resend.send()} />}
      {factor.remember && <Checkbox label={remember(factor.remember.days)} value={factor.remember.value} />}
      <Button
        kind={final ? "final" : hasOwnCode ? "plain" : "primary"}
        type="submit"
        wide
        busy={factor.attempt.pending.value}
        disabled={factor.attempt.blocked.value}
      >
        {submitLabel}
      </Button>
      <OtherWays factor={factor} />
    </Form>
  );
}

interface ProofFieldProps {
  factor: SecondFactor;
  method: Exclude<ProofMethod, "passkey">;
  final: boolean;
}

function ProofField({ factor, method, final }: ProofFieldProps) {
  const words = useWords();
  const isRecovery = method === "recovery";
  const { inputRef, error } = useFormField(
    isRecovery ? factor.recovery : factor.form,
    "code",
    isRecovery ? words.secondStep.recoveryMissing : words.code.incomplete,
    proofTexts(words, method, factor),
  );
  if (method === "recovery") {
    const { recoveryCode } = factor;
    const label = words.secondStep.recoveryCode;
    return (
      <TextField
        label={label}
        value={recoveryCode}
        error={error}
        inputRef={inputRef}
        autocomplete="off"
        code
        focusFirst
      />
    );
  }
  return (
    <CodeField
      words={words.code}
      value={factor.code}
      error={error}
      busy={factor.attempt.pending.value}
      inputRef={inputRef}
      focusFirst
      nameOther={(text) => isRecoveryCode(text) && <RecoveryCodeHere factor={factor} code={text.trim()} />}
      onComplete={final ? undefined : () => void factor.submit()}
    />
  );
}

interface OwnCodeProps {
  factor: SecondFactor;
  ownCode: () => Promise<string | null>;
  final: boolean;
}

/** Types the code of this browser's own authenticator, so that nobody has to carry it over by hand. */
function OwnCode({ factor, ownCode, final }: OwnCodeProps) {
  const { secondStep } = useWords();
  const fill = async () => {
    const code = await ownCode();
    if (code === null) return;
    factor.code.value = code;
    if (!final) await factor.submit();
  };
  return (
    <Button kind={final ? "plain" : "primary"} wide busy={factor.attempt.pending.value} onClick={() => void fill()}>
      {secondStep.useOwnCode}
    </Button>
  );
}

const icons: Record<ProofMethod, IconName> = { app: "app", email: "mail", passkey: "passkey", recovery: "recovery" };

function OtherWays({ factor }: { factor: SecondFactor }) {
  const { anotherWay, ways } = useWords().secondStep;
  const { choosing } = factor;
  if (factor.otherWays.value.length === 0) return null;
  const toggle = () => {
    choosing.value = !choosing.value;
  };
  return (
    <div class="ways">
      <Button kind="link" expanded={choosing.value} onClick={toggle}>
        {anotherWay}
      </Button>
      {choosing.value && (
        <ul class="choices ways-list">
          {factor.otherWays.value.map((way) => (
            <li key={way}>
              <button type="button" class="choice" onClick={() => factor.choose(way)}>
                <Icon name={icons[way]} />
                <b>{ways[way]}</b>
                <Icon name="next" size="s" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
