import { Button } from "../../ui/button.tsx";
import { useFocusOnArrival } from "../focus.ts";
import { useWords } from "../words.tsx";
import type { WayIn } from "./state.ts";
import { ToSignIn } from "./to-sign-in.tsx";

/** A link that does nothing any more: why, and how to get another one. */
export function LinkExpired({ way, purpose }: { way: WayIn; purpose: "reset" | "unlock" }) {
  const { links } = useWords();
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <div class="stack">
      <h1 ref={heading} tabIndex={-1}>
        {links.expiredTitle}
      </h1>
      <p>{links.expiredLead}</p>
      <Button
        kind="primary"
        wide
        onClick={() => {
          way.step.value = { at: purpose };
        }}
      >
        {links.newLink}
      </Button>
      <ToSignIn way={way} />
    </div>
  );
}
