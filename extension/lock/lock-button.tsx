import { useEffect, useState } from "preact/hooks";
import { tab } from "../surface/state.ts";
import { findUnlockedKey, forgetUnlockedKey, onLockChange } from "../vault/unlocked-key.ts";
import { words } from "./words.ts";

/** The padlock that locks the codes again, while they are under a passphrase and unlocked; else nothing. */
export function LockButton() {
  const [isUnlocked, setUnlocked] = useState(false);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    let isWanted = true;
    const look = async () => {
      const found = await findUnlockedKey().catch(() => undefined);
      if (isWanted) setUnlocked(found !== undefined);
    };
    void look();
    const end = onLockChange(() => void look());
    return () => {
      isWanted = false;
      end();
    };
  }, []);
  if (!isUnlocked) return null;
  const lock = async () => {
    try {
      await forgetUnlockedKey();
      setRefused(false);
      // Where it can be seen that they are.
      tab.value = "codes";
    } catch {
      setRefused(true);
    }
  };
  return (
    <>
      <button type="button" aria-label={words.lockCodes} title={words.lockCodes} onClick={() => void lock()}>
        <svg class="tab-icon" viewBox="0 0 20 20" aria-hidden="true">
          <rect x="4" y="9" width="12" height="8.5" rx="2" />
          <path d="M6.5 9V6.3a3.5 3.5 0 0 1 7 0V9M10 12.4v1.9" />
        </svg>
      </button>
      <div class="toast-region" role="alert">
        {isRefused && <span class="toast">{words.problems.not_locked}</span>}
      </div>
    </>
  );
}
