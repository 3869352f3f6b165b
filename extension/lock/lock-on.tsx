import { Button } from "../../shared/ui/button.tsx";
import { SelectField } from "../../shared/ui/select-field.tsx";
import type { LockAfter } from "../vault/lock-rules.ts";
import { LockFormFields } from "./settings-form.tsx";
import type { LockSettings } from "./settings-state.ts";
import { words } from "./words.ts";

/** What can be done with a passphrase that is set, while its codes are open. */
export function LockOn({ lock, hasPasskey }: { lock: LockSettings; hasPasskey: boolean }) {
  const { settings } = words;
  const form = lock.form.value;
  if (form !== null) return <LockFormFields lock={lock} form={form} />;
  return (
    <>
      <LockAfterChoice lock={lock} />
      <p>{settings.also}</p>
      <div class="lock-ways">
        <div class="lock-way">
          <div>
            <b>{words.passphrase}</b>
            <small>{settings.passphraseNote}</small>
          </div>
          <Button label={`${settings.change}: ${words.passphrase}`} onClick={() => lock.show("change")}>
            {settings.change}
          </Button>
        </div>
        {(lock.mayHavePasskey.value || hasPasskey) && <PasskeyLine lock={lock} hasPasskey={hasPasskey} />}
      </div>
      {lock.isRequired.value && <p>{settings.required}</p>}
      <div class="actions">
        <Button kind="primary" onClick={() => void lock.lockNow()}>
          {settings.lockNow}
        </Button>
        {!lock.isRequired.value && (
          <Button kind="danger" onClick={() => lock.show("remove")}>
            {settings.remove}
          </Button>
        )}
      </div>
    </>
  );
}

function LockAfterChoice({ lock }: { lock: LockSettings }) {
  const { settings } = words;
  const name = (choice: LockAfter) => (choice === "browser_close" ? settings.browserClose : settings.minutes(choice));
  const options = lock.choices.value.map((choice) => ({ value: String(choice), text: name(choice) }));
  return <SelectField label={settings.lockAfter} value={lock.lockAfter} options={options} />;
}

function PasskeyLine({ lock, hasPasskey }: { lock: LockSettings; hasPasskey: boolean }) {
  const { settings } = words;
  return (
    <div class="lock-way">
      <div>
        <b>{settings.passkey}</b>
        <small>{hasPasskey ? settings.passkeyOn : settings.passkeyOff}</small>
      </div>
      {hasPasskey ? (
        <Button
          busy={lock.busy.value}
          label={`${settings.removePasskey}: ${settings.passkey}`}
          onClick={() => void lock.removePasskey()}
        >
          {settings.removePasskey}
        </Button>
      ) : (
        <Button label={`${settings.setPasskey}: ${settings.passkey}`} onClick={() => lock.show("passkey")}>
          {settings.setPasskey}
        </Button>
      )}
    </div>
  );
}
