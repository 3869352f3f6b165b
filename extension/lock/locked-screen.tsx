import { useState } from "preact/hooks";
import { UnlockForm } from "./unlock-form.tsx";
import { createUnlocking } from "./unlock-state.ts";
import { words } from "./words.ts";
import "./lock.css";

/** In the place of the codes while they are locked: the passphrase field, and nothing else. */
export function LockedScreen() {
  const [unlocking] = useState(createUnlocking);
  return (
    <div class="middle locked">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="10" />
        <path d="M12 2a10 10 0 0 0 0 20Z" />
      </svg>
      <h1>{words.title}</h1>
      <UnlockForm unlocking={unlocking} />
    </div>
  );
}
