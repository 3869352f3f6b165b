import { useState } from "preact/hooks";
import { longDate } from "../../shared/locales/relative-time.ts";
import { groupedKey } from "../../shared/panel/totp/key-text.ts";
import { Button } from "../../shared/ui/button.tsx";
import { CopyButton } from "../../shared/ui/copy-button.tsx";
import type { CodesState } from "../codes/state.ts";
import { useExportGate } from "../export/gate.ts";
import { UnlockDialog } from "../lock/ask-to-unlock.tsx";
import { locale } from "../surface/words.ts";
import type { VaultEntry } from "../vault/entry.ts";
import { browserPlace } from "../vault/place.ts";
import { takeOut } from "../vault/take-out.ts";
import type { EntryForm } from "./state.ts";
import { entryWords } from "./words.ts";

interface EntryDetailsProps {
  codes: CodesState;
  entry: VaultEntry;
  form: EntryForm;
}

/** What is known about a code, its setup key once the person has unlocked again, and its removal. */
export function EntryDetails({ codes, entry, form }: EntryDetailsProps) {
  const gate = useExportGate();
  const [shown, setShown] = useState<string | null>(null);
  const { key } = entry;
  const algorithm = key.algorithm.replace("SHA", "SHA-");
  const seconds = key.type === "hotp" ? null : key.period;
  const show = async () => {
    if (!(await gate.confirm())) return;
    const taken = await takeOut(browserPlace);
    const whole = taken.ok && taken.value.find(({ id }) => id === entry.id);
    if (whole) setShown(whole.key.secret);
    else codes.said.value = { what: "told", text: entryWords.keyNotTakenOut, isFailure: true };
  };
  return (
    <div class="entry-details">
      <p>
        {entryWords.facts(entryWords.kinds[key.type], algorithm, key.digits, seconds)}
        <br />
        {entryWords.added(longDate(entry.addedAt, locale))}
      </p>
      {shown !== null && (
        <div class="setup-key">
          <p>{entryWords.keyNote}</p>
          <b>{entryWords.setupKey}</b>
          <code>{groupedKey(shown)}</code>
          <CopyButton text={shown} words={entryWords} />
        </div>
      )}
      {gate.isAllowed === false && <p>{entryWords.keyNotAllowed}</p>}
      <div class="actions">
        {gate.isAllowed && shown === null && <Button onClick={() => void show()}>{entryWords.showKey}</Button>}
        {gate.isAllowed && (
          <Button
            onClick={() => {
              codes.open.value = { at: "qr", id: entry.id };
            }}
          >
            {entryWords.showQr}
          </Button>
        )}
        <Button
          kind="danger"
          onClick={() => {
            form.asked.value = "delete";
          }}
        >
          {entryWords.remove}
        </Button>
      </div>
      <UnlockDialog question={gate.question} />
    </div>
  );
}
