import { Button } from "../../ui/button.tsx";
import { useWords } from "../words.tsx";
import type { WayIn } from "./state.ts";

/** Leads back to e-mail and password. */
export function ToSignIn({ way }: { way: WayIn }) {
  const { reset } = useWords();
  return (
    <Button
      kind="link"
      onClick={() => {
        way.step.value = { at: "password" };
      }}
    >
      {reset.toSignIn}
    </Button>
  );
}
