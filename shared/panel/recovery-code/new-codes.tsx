import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { saveFile } from "../save-file.ts";
import { ScreenHeader } from "../screen-header.tsx";
import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";
import { codesFile } from "./codes-file.ts";
import "./new-codes.css";

/** Recovery codes, shown this once; Done says why it waits until the person says that they are saved. */
export function NewRecoveryCodes({ security, codes }: { security: SecurityState; codes: string[] }) {
  const words = useWords();
  const { recovery } = words;
  const saved = useSignal(false);
  useSignalEffect(() => {
    security.unsavedCodes.value = !saved.value;
  });
  const box = useRef<HTMLInputElement>(null);
  const why = useId();
  useEffect(() => {
    if (saved.value) return;
    // The browser asks in its own words: they are shown this once.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [saved.value]);
  const title = recovery.fileTitle(security.account.value?.email ?? "");
  return (
    <section class="card screen new-codes">
      <ScreenHeader title={recovery.saveTitle} />
      <p>{recovery.saveLead}</p>
      <p class="print-title">{title}</p>
      <ol class="codes" aria-label={recovery.list}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class="actions">
        <CopyButton text={codes.join("\n")} words={words} />
        <Button onClick={() => saveFile(recovery.fileName, codesFile(title, codes))}>{recovery.download}</Button>
        <Button onClick={() => window.print()}>{recovery.print}</Button>
      </div>
      <div class="notice with-icon">
        <Icon name="recovery" />
        <p>{recovery.whereToSave}</p>
      </div>
      <Checkbox label={recovery.saved} value={saved} inputRef={box} />
      <div class="finish-codes">
        <Button
          kind="primary"
          waits={!saved.value}
          describedBy={saved.value ? undefined : why}
          onClick={() => {
            if (saved.value) security.show(null);
            else box.current?.focus();
          }}
        >
          {recovery.done}
        </Button>
        {!saved.value && <small id={why}>{recovery.doneWaits}</small>}
      </div>
    </section>
  );
}
