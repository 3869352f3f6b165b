import { Button } from "../../ui/button.tsx";
import { useWords } from "../words.tsx";
import type { SecondFactor } from "./state.ts";

/** Said where a recovery code was pasted into the field of another code: nothing was sent, and it can go where it belongs. */
export function RecoveryCodeHere({ factor, code }: { factor: SecondFactor; code: string }) {
  const { isRecovery, ways } = useWords().secondStep;
  if (!factor.otherWays.value.includes("recovery")) return <p>{isRecovery}</p>;
  return (
    <>
      <p>{isRecovery}</p>
      <Button
        kind="link"
        onClick={() => {
          factor.choose("recovery");
          factor.recoveryCode.value = code;
        }}
      >
        {ways.recovery}
      </Button>
    </>
  );
}
