import { Button } from "../../ui/button.tsx";
import { useWords } from "../words.tsx";
import { passkeyPlace } from "./place.ts";

/** Leads to where a passkey can be asked for; nothing where there is no such place. */
export function GoElsewhere() {
  const { passkey } = useWords();
  const { elsewhere } = passkeyPlace();
  if (!elsewhere) return null;
  return (
    <>
      <p>{passkey.inTab}</p>
      <Button kind="primary" wide focusFirst onClick={elsewhere}>
        {passkey.openTab}
      </Button>
    </>
  );
}
