import type { ReadonlySignal, Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { PublicSettings } from "../../contract/public-settings.ts";
import { PasswordField } from "../../ui/password-field.tsx";
import type { FormField } from "../form-field.tsx";
import { useWords } from "../words.tsx";
import { PasswordStrength } from "./strength.tsx";
import type { Strength } from "./strength-state.ts";

interface NewPasswordProps {
  label: string;
  value: Signal<string>;
  field: FormField;
  strength: Strength;
  /** What the service asks of a password; nothing is said before that is known. */
  settings: ReadonlySignal<PublicSettings | null>;
  focusFirst?: boolean;
}

/** A new password: what it needs, said before the first try, and how good it is while it is entered. */
export function NewPassword({ label, value, field, strength, settings, focusFirst }: NewPasswordProps) {
  const { password } = useWords();
  useEffect(() => strength.watch(), [strength]);
  const minimum = settings.value?.passwordMinimum;
  return (
    <div class="stack tight">
      <PasswordField
        label={label}
        hint={minimum === undefined ? undefined : password.atLeast(minimum)}
        autocomplete="new-password"
        value={value}
        words={password}
        inputRef={field.inputRef}
        focusFirst={focusFirst}
        error={field.error}
      />
      <PasswordStrength strength={strength} refused={field.isRefused} />
    </div>
  );
}
