import { useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";
import { canUsePasskeys } from "./ceremony.ts";

/** One quiet offer of a passkey to who signs in by codes; whoever refuses it in this browser never sees it again. */
export function PasskeyOffer({ security }: { security: SecurityState }) {
  const { passkey } = useWords();
  const account = security.account.value;
  const key = `latchkey-no-passkey:${account?.id}`;
  const [isRefused, setRefused] = useState(() => canUsePasskeys() && localStorage.getItem(key) !== null);
  const { enabled = false, methods = [] } = account?.twoFactor ?? {};
  const isOffered = enabled && !methods.some(({ type }) => type === "passkey");
  if (!isOffered || isRefused || !canUsePasskeys()) return null;
  return (
    <section class="card">
      <h2>{passkey.offerTitle}</h2>
      <p>{passkey.offerLead}</p>
      <div class="actions">
        <Button onClick={() => security.show({ setUp: "passkey" })}>{passkey.offerAdd}</Button>
        <Button
          kind="link"
          onClick={() => {
            localStorage.setItem(key, "refused");
            setRefused(true);
          }}
        >
          {passkey.offerRefuse}
        </Button>
      </div>
    </section>
  );
}
