import { useEffect, useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { tab } from "../surface/state.ts";
import { browserPlace } from "../vault/place.ts";
import { locksOf } from "./ways-in.ts";
import { words } from "./words.ts";

/** What codes beside the password protect from and what not, and the offer of a lock where there is none. */
export function TwoFactorNote() {
  const [isUnderPassphrase, setIsUnderPassphrase] = useState<boolean | null>(null);
  useEffect(() => {
    void locksOf(browserPlace).then(
      (locks) => setIsUnderPassphrase(locks.length > 0),
      () => setIsUnderPassphrase(false),
    );
  }, []);
  if (isUnderPassphrase === null) return null;
  const { open, locked, offer } = words.twoFactor;
  if (isUnderPassphrase) return <p class="note">{locked}</p>;
  return (
    <div class="note">
      <p>{open}</p>
      <Button
        kind="link"
        onClick={() => {
          tab.value = "settings";
        }}
      >
        {offer}
      </Button>
    </div>
  );
}
