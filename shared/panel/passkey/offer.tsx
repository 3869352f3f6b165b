import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Account } from "../../contract/account.ts";
import { readStored, store } from "../../ui/browser-storage.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../words.tsx";
import { canUsePasskeys } from "./ceremony.ts";

/**
 * One quiet offer of a passkey to who signs in by codes, with what takes it up inside; whoever refuses it in this browser
 * never sees it again.
 */
export function PasskeyOffer({ account, children }: { account: Account; children: ComponentChildren }) {
  const { passkey } = useWords();
  const key = `latchkey-no-passkey:${account.id}`;
  const [isRefused, setRefused] = useState(() => canUsePasskeys() && readStored("browser", key) !== null);
  const { enabled, methods } = account.twoFactor;
  const isOffered = enabled && !methods.some(({ type }) => type === "passkey");
  if (!isOffered || isRefused || !canUsePasskeys()) return null;
  return (
    <section class="card">
      <h2>{passkey.offerTitle}</h2>
      <p>{passkey.offerLead}</p>
      <div class="actions">
        {children}
        <Button
          kind="link"
          onClick={() => {
            store("browser", key, "refused");
            setRefused(true);
          }}
        >
          {passkey.offerRefuse}
        </Button>
      </div>
    </section>
  );
}
