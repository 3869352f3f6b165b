import { useId } from "preact/hooks";

interface SwitchProps {
  /** What is on or off. */
  label: string;
  /** What that means. */
  note: string;
  isOn: boolean;
  /** Under way: it keeps the focus, and takes no press. */
  busy?: boolean;
  onChange: (on: boolean) => void;
}

/** A switch with its label and what it means beside it; pressing says what is wanted, and `isOn` what is. */
export function Switch({ label, note, isOn, busy, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch-line">
      <div>
        <b id={id}>{label}</b>
        <small id={`${id}-note`}>{note}</small>
      </div>
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={isOn}
        aria-labelledby={id}
        aria-describedby={`${id}-note`}
        aria-busy={busy || undefined}
        aria-disabled={busy || undefined}
        onClick={() => {
          if (!busy) onChange(!isOn);
        }}
      />
    </div>
  );
}
