import { useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { ForgotScreen } from "./forgot-screen.tsx";
import { UnlockForm } from "./unlock-form.tsx";
import { createUnlocking } from "./unlock-state.ts";
import { forgottenWords, words } from "./words.ts";
import "./lock.css";

/** In the place of the codes while they are locked: the passphrase field, and what can be done without it. */
export function LockedScreen({ onRestore }: { onRestore: () => void }) {
  const [unlocking] = useState(createUnlocking);
  const [isForgotten, setForgotten] = useState(false);
  if (isForgotten) return <ForgotScreen onBack={() => setForgotten(false)} onRestore={onRestore} />;
  return (
    <div class="middle locked">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="10" />
        <path d="M12 2a10 10 0 0 0 0 20Z" />
      </svg>
      <h1>{words.title}</h1>
      <UnlockForm unlocking={unlocking} />
      <Button kind="link" onClick={() => setForgotten(true)}>
        {forgottenWords.link}
      </Button>
    </div>
  );
}
