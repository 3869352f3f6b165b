import { useEffect, useRef, useState } from "preact/hooks";
import { version } from "../../package.json";
import { useFocusFor } from "../../shared/panel/focus.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Form } from "../../shared/ui/form.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { ClearingCard } from "../clipboard/settings-card.tsx";
import { LaterScreen } from "../surface/later-screen.tsx";
import { NotSaved } from "../surface/not-saved.tsx";
import { words } from "../surface/words.ts";
import { type AddressSetting, readAddressSetting } from "./state.ts";
import { SurfaceCard } from "./surface-card.tsx";

const loadLock = async () => (await import("../lock/settings-section.tsx")).LockSection;
const loadAside = async () => (await import("../lock/aside-section.tsx")).AsideSection;
const loadOptions = async () => (await import("./options-section.tsx")).OptionsSection;
const loadBin = async () => (await import("../bin/settings-section.tsx")).BinSection;

/** What can be set: the lock of the codes, what was put aside or is in the bin, the address of the service. */
export function Settings() {
  const [setting, setSetting] = useState<AddressSetting | null>(null);
  useEffect(() => {
    void readAddressSetting().then(setSetting);
  }, []);
  const { settings } = words;
  return (
    <div class="scrolling">
      <div class="panel">
        <LaterScreen load={loadLock} given={{}} />
        <LaterScreen load={loadAside} given={{ whileLocked: false }} />
        <LaterScreen load={loadBin} given={{}} />
        <LaterScreen load={loadOptions} given={{}} />
        {setting && <AddressForm setting={setting} />}
        <ClearingCard />
        <SurfaceCard />
        <p>{settings.offlineNote}</p>
        <p>
          <small>{settings.version(version)}</small>
        </p>
      </div>
    </div>
  );
}

function AddressForm({ setting }: { setting: AddressSetting }) {
  const field = useRef<HTMLInputElement>(null);
  useFocusFor(setting.refused.value, field);
  const { settings } = words;
  return (
    <Form class="card" onSubmit={() => setting.save()}>
      <TextField
        label={settings.address}
        hint={settings.addressHint}
        value={setting.address}
        autocomplete="off"
        inputRef={field}
        error={setting.refused.value && <p>{settings.badAddress}</p>}
      />
      <div class="actions">
        {setting.address.value !== setting.preset && (
          <Button onClick={() => void setting.usePreset()}>{settings.preset}</Button>
        )}
        <Button kind="primary" type="submit">
          {settings.save}
        </Button>
      </div>
      <p role="status">{setting.saved.value && settings.saved}</p>
      <NotSaved failed={setting.notSaved} />
    </Form>
  );
}
