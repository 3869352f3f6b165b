import { useEffect, useState } from "preact/hooks";
import type { RememberedDevice } from "../../contract/device.ts";
import { longDate } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import { browserWords } from "../browser-words.ts";
import { FormProblem } from "../problem.tsx";
import type { SecurityState } from "../security-state.ts";
import { useLocale, useWords } from "../words.tsx";
import { createDevices, type Devices } from "./state.ts";

/** The browsers that skip the second step, each with a button that forgets it. */
export function RememberedBrowsers({ security }: { security: SecurityState }) {
  const { devices: words, problems } = useWords();
  const [state] = useState(() => createDevices(security));
  useEffect(() => void state.load(), [state]);
  const devices = state.devices.value;
  return (
    <div class="stack tight">
      <h3>{words.title}</h3>
      {devices && <p>{devices.length > 0 ? words.lead : words.none}</p>}
      {devices && devices.length > 0 && (
        <ul class="methods" aria-label={words.title}>
          {devices.map((device) => (
            <Remembered key={device.id} device={device} state={state} />
          ))}
        </ul>
      )}
      {devices && devices.length > 1 && (
        <Button kind="danger" busy={state.attempt.pending.value} onClick={() => void state.forgetAll()}>
          {words.forgetAll}
        </Button>
      )}
      <FormProblem attempt={state.attempt} texts={problems.anywhere} />
    </div>
  );
}

function Remembered({ device, state }: { device: RememberedDevice; state: Devices }) {
  const words = useWords();
  const locale = useLocale();
  const name = browserWords(words, device);
  const details = [device.place, words.devices.until(longDate(device.expiresAt, locale))];
  return (
    <li>
      <div>
        <b>
          {name} {device.current && <em class="pill good">{words.places.thisOne}</em>}
        </b>
        <small>{details.filter(Boolean).join(" · ")}</small>
      </div>
      <Button
        label={words.devices.forgetNamed(name)}
        busy={state.attempt.pending.value}
        onClick={() => void state.forget(device, name)}
      >
        {words.devices.forget}
      </Button>
    </li>
  );
}
