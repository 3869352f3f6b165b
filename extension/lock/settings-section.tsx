import { useEffect, useState } from "preact/hooks";
import { useFocusWhenLost } from "../../shared/panel/focus.ts";
import { LocaleProvider } from "../../shared/panel/words.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { locale } from "../surface/words.ts";
import { LockOn } from "./lock-on.tsx";
import { LockFormFields } from "./settings-form.tsx";
import { createLockSettings, type LockSettings } from "./settings-state.ts";
import { UnlockForm } from "./unlock-form.tsx";
import { createUnlocking } from "./unlock-state.ts";
import { words } from "./words.ts";
import "./lock.css";

/** The passphrase over the codes: to set, change and remove it, and when it locks. */
export function LockSection() {
  const [lock] = useState(createLockSettings);
  useEffect(() => {
    void lock.load();
    return lock.watch();
  }, [lock]);
  const view = lock.view.value;
  const heading = useFocusWhenLost<HTMLHeadingElement>(`${view?.at} ${lock.form.value}`);
  if (!view || view.at === "closed") return null;
  const { settings } = words;
  const problem = lock.problem.value;
  const pill = { off: settings.off, on: settings.on, locked: settings.locked }[view.at];
  return (
    <LocaleProvider locale={locale}>
      <section class="card">
        <h2 ref={heading} tabIndex={-1}>
          {settings.title}
          <em class={view.at === "off" ? "pill" : "pill good"}>{pill}</em>
        </h2>
        {view.at === "locked" && <WhileLocked />}
        {view.at === "off" && <WhileOff lock={lock} />}
        {view.at === "on" && <LockOn lock={lock} hasPasskey={view.hasPasskey} />}
        <div role="alert">{problem?.field === null && <p class="notice bad">{words.problems[problem.code]}</p>}</div>
        <div role="status" class="said">
          {lock.done.value && <p class="notice good">{settings.done[lock.done.value]}</p>}
        </div>
      </section>
    </LocaleProvider>
  );
}

function WhileLocked() {
  const [unlocking] = useState(createUnlocking);
  return (
    <>
      <p>{words.settings.lockedLead}</p>
      <UnlockForm unlocking={unlocking} focusFirst={false} />
    </>
  );
}

function WhileOff({ lock }: { lock: LockSettings }) {
  const { settings } = words;
  if (lock.form.value === "set") return <LockFormFields lock={lock} form="set" />;
  return (
    <>
      <p>{settings.offLead}</p>
      {lock.isRequired.value && <p class="notice warn">{settings.required}</p>}
      <Button onClick={() => lock.show("set")}>{settings.set}</Button>
    </>
  );
}
