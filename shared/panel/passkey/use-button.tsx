import { Button } from "../../ui/button.tsx";
import { Problem } from "../problem.tsx";
import { useWords } from "../words.tsx";
import type { PasskeyUse } from "./use-state.ts";

interface UsePasskeyProps {
  use: PasskeyUse;
  label: string;
  /** `primary` where it is the one thing to do on its screen; `final` where it does what can't be taken back. */
  kind?: "primary" | "final";
}

/** Asks for a passkey, and says how that went. */
export function UsePasskey({ use, label, kind }: UsePasskeyProps) {
  const { passkey, problems } = useWords();
  const { attempt, pending, refused } = use;
  const failure = attempt.failure.value;
  return (
    <>
      <Button kind={kind} wide busy={pending.value} disabled={attempt.blocked.value} onClick={() => void use.run()}>
        {label}
      </Button>
      <div class="error form-problem" role="alert">
        {failure ? (
          <Problem failure={failure} texts={problems.anywhere} />
        ) : (
          refused.value && <p>{passkey.failed[refused.value]}</p>
        )}
      </div>
    </>
  );
}
