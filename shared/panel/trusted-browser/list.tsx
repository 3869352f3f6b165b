import { signal, useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { methodNameLimit } from "../../contract/limits.ts";
import { serviceNow } from "../../contract/server-clock.ts";
import type { RememberedDevice } from "../../contract/trusted-browser.ts";
import { longDate, relativeDay } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { browserWords } from "../browser-words.ts";
import { distinct } from "../distinct.ts";
import { Folded } from "../folded.tsx";
import { FormProblem } from "../problem.tsx";
import { Row } from "../row.tsx";
import { Section } from "../section.tsx";
import type { SecurityState } from "../security-state.ts";
import { iconOf } from "../session/section.tsx";
import { useLocale, useWords } from "../words.tsx";
import { createTrustedBrowsers, type TrustedBrowsers } from "./state.ts";

/** The browsers that are not asked for a code, each with a button that ends that; nothing while there are none. */
export function RememberedBrowsers({ security }: { security: SecurityState }) {
  const words = useWords();
  const { devices: texts, problems } = words;
  const locale = useLocale();
  const [state] = useState(() => createTrustedBrowsers(security));
  useEffect(() => void state.load(), [state]);
  const devices = state.devices.value ?? [];
  if (devices.length === 0) return <FormProblem attempt={state.attempt} texts={problems.anywhere} />;
  const inOrder = [...devices.filter(({ current }) => current), ...devices.filter(({ current }) => !current)];
  const names = distinct(
    inOrder.map((device) =>
      texts.forgetNamed(device.name ?? browserWords(words, device), longDate(device.expiresAt, locale)),
    ),
  );
  return (
    <Section
      title={texts.title}
      lead={texts.lead}
      action={
        devices.length > 1 && (
          <Button kind="text" busy={state.attempt.pending.value} onClick={() => void state.forgetAll()}>
            {texts.forgetAll}
          </Button>
        )
      }
    >
      <div class="list-card">
        <Folded
          items={inOrder.map((device, index) => ({ device, label: names[index] ?? "" }))}
          label={texts.title}
          draw={({ device, label }) => <Remembered key={device.id} device={device} label={label} state={state} />}
        />
      </div>
      <FormProblem attempt={state.attempt} texts={problems.anywhere} />
    </Section>
  );
}

function Remembered({ device, label, state }: { device: RememberedDevice; label: string; state: TrustedBrowsers }) {
  const words = useWords();
  const locale = useLocale();
  const name = device.name ?? browserWords(words, device);
  const isRenaming = useSignal(false);
  const close = () => {
    isRenaming.value = false;
  };
  return (
    <Row
      icon={iconOf(device.system)}
      title={
        <>
          {name} {device.current && <em class="pill good">{words.places.thisOne}</em>}
        </>
      }
      lines={[
        words.devices.until(longDate(device.expiresAt, locale)),
        [
          device.place && words.places.near(device.place),
          words.places.lastUsed(relativeDay(device.lastUsedAt, serviceNow(), locale)),
        ]
          .filter(Boolean)
          .join(" · "),
      ]}
      action={
        <>
          <Button
            kind="faint"
            label={words.devices.manage(name)}
            expanded={isRenaming.value}
            onClick={() => {
              isRenaming.value = !isRenaming.value;
            }}
          >
            {words.devices.rename}
          </Button>
          <Button
            kind="text"
            label={label}
            busy={state.attempt.pending.value}
            onClick={() => void state.forget(device, name)}
          >
            {words.devices.forget}
          </Button>
        </>
      }
    >
      {isRenaming.value && <RenameBrowser device={device} name={name} state={state} onDone={close} />}
    </Row>
  );
}

interface RenameBrowserProps {
  device: RememberedDevice;
  name: string;
  state: TrustedBrowsers;
  onDone: () => void;
}

function RenameBrowser({ device, name, state, onDone }: RenameBrowserProps) {
  const { devices: words } = useWords();
  const [wanted] = useState(() => signal(name));
  const submit = async () => {
    if (await state.rename(device, wanted.value)) onDone();
  };
  return (
    <Form onSubmit={submit}>
      <TextField label={words.name} value={wanted} autocomplete="off" maxLength={methodNameLimit} focusFirst />
      <div class="actions">
        <Button type="submit" busy={state.attempt.pending.value}>
          {words.rename}
        </Button>
      </div>
    </Form>
  );
}
