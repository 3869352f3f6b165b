import { computed } from "@preact/signals";
import { useRef, useState } from "preact/hooks";
import { useFocusFor } from "../../shared/panel/focus.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Checkbox } from "../../shared/ui/checkbox.tsx";
import { PasswordField } from "../../shared/ui/password-field.tsx";
import type { CodesState, VaultView } from "../codes/state.ts";
import { SubScreen } from "../codes/sub-screen.tsx";
import { UnlockDialog } from "../lock/ask-to-unlock.tsx";
import { useExportGate } from "./gate.ts";
import { NotAllowed } from "./not-allowed.tsx";
import { createExport, type ExportState, exportKinds } from "./state.ts";
import { exportWords } from "./words.ts";
import "./export.css";

/** Writes all accounts, or those with these ids, to a file: a backup under a passphrase, or a plain one for another program. */
export function ExportScreen({ codes: all, ids }: { codes: CodesState; ids?: string[] | undefined }) {
  const gate = useExportGate();
  const [codes] = useState(() => (ids ? onlyThese(all, ids) : all));
  const [exporting] = useState(() => createExport(codes, gate.confirm, { isPart: ids !== undefined }));
  const { kind, progress, done } = exporting;
  const vault = codes.vault.value;
  const isBusy = progress.value !== null;
  if (gate.isAllowed === null) return null;
  if (!gate.isAllowed) return <NotAllowed title={exportWords.title} codes={codes} />;
  return (
    <SubScreen title={exportWords.title} codes={codes}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void exporting.submit();
        }}
      >
        <KindChoice exporting={exporting} />
        {kind.value === "backup" ? <PassphraseFields exporting={exporting} /> : <PlainWarning exporting={exporting} />}
        <Button kind="primary" type="submit" wide busy={isBusy}>
          {exportWords.submit[kind.value]}
        </Button>
        {isBusy && kind.value === "backup" && <p>{exportWords.sealing(Math.round((progress.value ?? 0) * 100))}</p>}
      </form>
      <div role="status">
        {done.value && vault.at === "open" && (
          <p class="notice good">
            {exportWords.done} {exportWords.count(vault.entries.length)}
          </p>
        )}
      </div>
      <UnlockDialog question={gate.question} />
    </SubScreen>
  );
}

/** The codes as if there were no others. */
function onlyThese(codes: CodesState, ids: readonly string[]): CodesState {
  const vault = computed<VaultView>(() => {
    const all = codes.vault.value;
    return all.at === "open" ? { ...all, entries: all.entries.filter(({ id }) => ids.includes(id)) } : all;
  });
  return { ...codes, vault };
}

function KindChoice({ exporting }: { exporting: ExportState }) {
  return (
    <fieldset class="kinds">
      <legend class="visually-hidden">{exportWords.how}</legend>
      {exportKinds.map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            name="kind"
            checked={exporting.kind.value === kind}
            onChange={() => {
              exporting.kind.value = kind;
            }}
          />
          <span>
            <b>{exportWords.kinds[kind].title}</b>
            <small>{exportWords.kinds[kind].note}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function PassphraseFields({ exporting }: { exporting: ExportState }) {
  const [first, second] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const refused = exporting.refused.value;
  const isBad = refused?.code === "too_short" || refused?.code === "too_easy";
  useFocusFor(isBad && refused, first);
  useFocusFor(refused?.code === "not_same" && refused, second);
  return (
    <>
      <p>{exportWords.passphraseNote}</p>
      <PasswordField
        label={exportWords.passphrase}
        value={exporting.passphrase}
        autocomplete="new-password"
        words={exportWords}
        inputRef={first}
        error={isBad && <p>{exportWords.refused[refused.code]}</p>}
      />
      <PasswordField
        label={exportWords.repeated}
        value={exporting.repeated}
        autocomplete="new-password"
        words={exportWords}
        inputRef={second}
        error={refused?.code === "not_same" && <p>{exportWords.refused.not_same}</p>}
      />
    </>
  );
}

function PlainWarning({ exporting }: { exporting: ExportState }) {
  return (
    <>
      <p class="notice warn">{exportWords.warning}</p>
      <Checkbox label={exportWords.understood} value={exporting.understood} />
      {exporting.refused.value && (
        <div class="error" role="alert">
          <p>{exportWords.refused[exporting.refused.value.code]}</p>
        </div>
      )}
    </>
  );
}
