import { useEffect, useState } from "preact/hooks";
import { LocaleProvider } from "../../shared/panel/words.tsx";
import { locale } from "../surface/words.ts";
import { LockFormFields } from "./settings-form.tsx";
import { createLockSettings } from "./settings-state.ts";
import { words } from "./words.ts";

/** In the place of the codes where an organisation, or this window of the browser, wants a passphrase and there is none. */
export function PassphraseDue({ by }: { by?: "browser" }) {
  const [lock] = useState(createLockSettings);
  useEffect(() => lock.show("set"), [lock]);
  return (
    <LocaleProvider locale={locale}>
      <div class="scrolling">
        <div class="panel">
          <section class="card">
            <h2>{words.due.title}</h2>
            <p>{by === "browser" ? words.due.leadPrivate : words.due.lead}</p>
            {lock.form.value === "set" && <LockFormFields lock={lock} form="set" isDue />}
          </section>
        </div>
      </div>
    </LocaleProvider>
  );
}
