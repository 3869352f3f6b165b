import { useWords } from "../words.tsx";
import type { Strength } from "./strength-state.ts";

const bars = [1, 2, 3, 4];

interface PasswordStrengthProps {
  strength: Strength;
  refused: boolean;
  /** The fewest characters, where the field does not say so itself. */
  minimum?: number;
}

/** A bar and a word for how good the new password is, and why it will not do; `refused` where that stands above already. */
export function PasswordStrength({ strength, refused, minimum }: PasswordStrengthProps) {
  const { password } = useWords();
  const check = strength.check.value;
  const level = check ? (check.accepted ? "good" : "bad") : "none";
  return (
    <div class={`strength ${level}`}>
      <div class="meter" aria-hidden="true">
        {bars.map((bar) => (
          <i key={bar} class={check && bar <= Math.max(1, check.score) ? "" : "off"} />
        ))}
      </div>
      <div class="judgement" role="status">
        {!check && !refused && minimum !== undefined && <p>{password.atLeast(minimum)}</p>}
        {check && (
          <p>
            <span class="visually-hidden">{password.strength}: </span>
            <b>{password.scores[check.score]}.</b>
            {!refused && check.reasons.map((reason) => ` ${password.reasons[reason]}`)}
          </p>
        )}
      </div>
    </div>
  );
}
