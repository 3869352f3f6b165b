import { useRef, useState } from "preact/hooks";
import { useFocusFor } from "../../shared/panel/focus.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Checkbox } from "../../shared/ui/checkbox.tsx";
import { Form } from "../../shared/ui/form.tsx";
import { PasswordField } from "../../shared/ui/password-field.tsx";
import type { CodesState } from "../codes/state.ts";
import { UnlockDialog } from "../lock/ask-to-unlock.tsx";
import { SubScreen } from "../surface/sub-screen.tsx";
import { words } from "../surface/words.ts";
import { useExportGate } from "./gate.ts";
import { GooglePages } from "./google-pages.tsx";
import { NotAllowed } from "./not-allowed.tsx";
import { createExport, type ExportState } from "./state.ts";
import { exportWords } from "./words.ts";
import { canBePlain, exportKinds, isSealed } from "./write-file.ts";
import "./export.css";

/** Writes all accounts, or those with these ids, to a file: a backup under a passphrase, or a plain one for another program. */
export function ExportScreen({ codes, ids }: { codes: CodesState; ids?: string[] | undefined }) {
  const gate = useExportGate();
  const [exporting] = useState(() => createExport(codes, gate.confirm, ids));
  const { kind, progress, done, count, pages } = exporting;
  const isSealedNow = isSealed(kind.value, exporting.isPlain.value);
  const isBusy = progress.value !== null;
  if (gate.isAllowed === null) return null;
  if (!gate.isAllowed) return <NotAllowed title={exportWords.title} codes={codes} />;
  return (
    <SubScreen title={exportWords.title} codes={codes}>
      <Form onSubmit={() => exporting.submit()}>
        <KindChoice exporting={exporting} />
        {canBePlain(kind.value) && <Checkbox label={exportWords.plain} value={exporting.isPlain} />}
        {isSealedNow ? <PassphraseFields exporting={exporting} /> : <PlainWarning exporting={exporting} />}
        <LeftOut names={exporting.leftOut.value} />
        <Button kind="primary" type="submit" wide busy={isBusy} disabled={count.value === 0}>
          {exportWords.submit[kind.value]}
        </Button>
        {isBusy && isSealedNow && <p>{exportWords.sealing(Math.round((progress.value ?? 0) * 100))}</p>}
      </Form>
      {pages.value.length > 0 && <GooglePages links={pages.value} count={done.value ?? 0} />}
      <div role="status">
        {done.value !== null && kind.value !== "google" && (
          <p class="notice good">
            {exportWords.done} {exportWords.count(done.value)}
          </p>
        )}
      </div>
      <UnlockDialog question={gate.question} />
    </SubScreen>
  );
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

/** Names that are listed before the rest is a number. */
const mostListed = 20;

function LeftOut({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  return (
    <div class="notice warn">
      <p>{exportWords.leftOut(names.length)}</p>
      <ul>
        {names.slice(0, mostListed).map((name, index) => (
          <li key={index}>{name || words.codes.noName}</li>
        ))}
        {names.length > mostListed && <li>{exportWords.more(names.length - mostListed)}</li>}
      </ul>
    </div>
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
      <p class="notice warn">{exporting.kind.value === "google" ? exportWords.qrWarning : exportWords.warning}</p>
      <Checkbox label={exportWords.understood} value={exporting.understood} />
      {exporting.refused.value && (
        <div class="error" role="alert">
          <p>{exportWords.refused[exporting.refused.value.code]}</p>
        </div>
      )}
    </>
  );
}
