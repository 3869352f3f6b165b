import { useSignal } from "@preact/signals";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../words.tsx";

/** What two-factor authentication is, in three sentences, and where there is more. */
export function WhatItIs({ learnMoreUrl }: { learnMoreUrl: string }) {
  const { twoFactor: words } = useWords();
  const shown = useSignal(false);
  const toggle = () => {
    shown.value = !shown.value;
  };
  return (
    <div class="what-it-is">
      <Button kind="link" expanded={shown.value} onClick={toggle}>
        {words.what}
      </Button>
      {shown.value && (
        <p>
          {words.whatAnswer}{" "}
          <a class="link" href={learnMoreUrl} target="_blank" rel="noopener">
            {words.learnMore}
          </a>
        </p>
      )}
    </div>
  );
}
