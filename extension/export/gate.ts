import { useEffect, useState } from "preact/hooks";
import { createUnlockQuestion, type UnlockQuestion } from "../lock/ask-to-unlock.tsx";
import { locksOf } from "../lock/ways-in.ts";
import { browserPlace } from "../vault/place.ts";

/** What stands before keys that leave the vault: the organisation's rule, and the passphrase once more. */
export interface ExportGate {
  /** Null until it is known. */
  isAllowed: boolean | null;
  question: UnlockQuestion;
  /** Asks for the passphrase, where there is one, even while the codes are unlocked; answers whether to go on. */
  confirm: () => Promise<boolean>;
}

/** The gate of one screen that shows or writes keys; the screen shows its question. */
export function useExportGate(): ExportGate {
  const [question] = useState(createUnlockQuestion);
  const [isAllowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => {
    void browserPlace.allowsExport().then(setAllowed, () => setAllowed(false));
  }, []);
  const confirm = async () => (await locksOf(browserPlace)).length === 0 || (await question.ask());
  return { isAllowed, question, confirm };
}
