import { useEffect, useRef, useState } from "preact/hooks";
import { algorithms } from "../../shared/otp/otp-key.ts";
import { useFocusFor } from "../../shared/panel/focus.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Form } from "../../shared/ui/form.tsx";
import { SelectField } from "../../shared/ui/select-field.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { openLasting } from "../codes/open-in-tab.ts";
import type { CodesState } from "../codes/state.ts";
import { codesWords } from "../codes/words.ts";
import type { ToAdd } from "../scan/source.ts";
import { NotSaved } from "../surface/not-saved.tsx";
import { opening } from "../surface/state.ts";
import { SubScreen } from "../surface/sub-screen.tsx";
import { locale, words } from "../surface/words.ts";
import type { VaultEntry } from "../vault/entry.ts";
import { Camera } from "./camera.tsx";
import { FoundList } from "./found-list.tsx";
import { KeyPreview } from "./key-preview.tsx";
import { createScan, type Scan } from "./scan-state.ts";
import { ScanWays } from "./scan-ways.tsx";
import { scanWords } from "./scan-words.ts";
import { type AccountToAdd, createAccountToAdd, draftNotKept } from "./state.ts";
import "./scan.css";

interface AddScreenProps {
  codes: CodesState;
  entries: VaultEntry[];
  toAdd: ToAdd;
}

/** Adds accounts by a QR code, a link or a key; what will be added is shown with its first code before it is saved. */
export function AddScreen({ codes, entries, toAdd }: AddScreenProps) {
  const [adding] = useState(() => createAccountToAdd(codes, entries, toAdd.by === "key" ? "key" : "link"));
  const [scan] = useState(() => createScan(codes, entries, opening));
  useEffect(() => adding.keep(), [adding]);
  const { source } = toAdd;
  useEffect(() => {
    if (source) void scan.look(source);
  }, [scan, source]);
  const view = scan.view.value;
  return (
    <SubScreen title={view.at === "camera" ? scanWords.cameraTitle : words.add.title} codes={codes}>
      {view.at === "found" && <FoundList scan={scan} found={view.found} />}
      {view.at === "camera" && <Camera scan={scan} />}
      {(view.at === "ready" || view.at === "looking") && (
        <AddForm codes={codes} adding={adding} scan={scan} by={toAdd.by} />
      )}
    </SubScreen>
  );
}

interface AddFormProps {
  codes: CodesState;
  adding: AccountToAdd;
  scan: Scan;
  by: ToAdd["by"];
}

function AddForm({ codes, adding, scan, by }: AddFormProps) {
  const isSame = adding.duplicate.value?.kind === "same_key";
  const isLink = adding.by.value === "link";
  return (
    <>
      <NotSaved failed={draftNotKept} text={words.vault.notKept} />
      <WayChoice adding={adding} />
      {isLink && <ScanWays scan={scan} opening={opening} focusFirst={by === "scan"} />}
      <Form onSubmit={() => adding.submit()}>
        {isLink ? <LinkField adding={adding} focusFirst={by === "link"} /> : <KeyFields adding={adding} />}
        <KeyPreview adding={adding} />
        <Button
          kind={isLink && !adding.key.value ? "plain" : "primary"}
          type="submit"
          wide
          busy={adding.saving.value}
          disabled={isSame}
        >
          {words.add.submit}
        </Button>
        {isLink && <p>{scanWords.drop}</p>}
      </Form>
      <Button kind="link" onClick={() => void openLasting(codes, "import")}>
        {codesWords.importFrom}
      </Button>
    </>
  );
}

function WayChoice({ adding }: { adding: AccountToAdd }) {
  const ways = { link: scanWords.byScan, key: words.add.byKey };
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{words.add.how}</legend>
      {(["link", "key"] as const).map((way) => (
        <label key={way}>
          <input
            type="radio"
            name="way"
            checked={adding.by.value === way}
            onChange={() => {
              adding.by.value = way;
            }}
          />
          <span class="segment">{ways[way]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function LinkField({ adding, focusFirst }: { adding: AccountToAdd; focusFirst: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  const refused = adding.refused.value;
  useFocusFor(refused, field);
  const { add } = words;
  return (
    <TextField
      label={add.link}
      hint={scanWords.pasteMany}
      value={adding.link}
      autocomplete="off"
      inputRef={field}
      code
      focusFirst={focusFirst}
      error={refused && <p>{refused.code === "missing" ? add.linkMissing : add.problems[refused.code]}</p>}
    />
  );
}

function KeyFields({ adding }: { adding: AccountToAdd }) {
  const { add } = words;
  const field = useRef<HTMLInputElement>(null);
  const refused = adding.refused.value;
  useFocusFor(refused, field);
  const error = refused && (refused.code === "missing" ? add.keyMissing : add.problems[refused.code]);
  const isOfOptions = refused !== null && /^bad_(digits|period|counter)$/.test(refused.code);
  return (
    <>
      <TextField label={add.site} hint={add.siteHint} value={adding.issuer} autocomplete="off" focusFirst />
      <TextField label={add.account} hint={add.accountHint} value={adding.account} autocomplete="off" />
      <TextField
        label={add.key}
        value={adding.secret}
        autocomplete="off"
        inputRef={field}
        code
        error={!isOfOptions && error && <p>{error}</p>}
      />
      <Options adding={adding} error={isOfOptions ? error : null} />
    </>
  );
}

/** What few sites need; open where something in it was refused. */
function Options({ adding, error }: { adding: AccountToAdd; error: string | null }) {
  const { add } = words;
  const types = (["totp", "hotp", "steam"] as const).map((type) => ({ value: type, text: add.types[type] }));
  const kind = adding.type.value;
  return (
    <details class="options" open={error !== null || undefined}>
      <summary>{add.options}</summary>
      <div class="stack">
        <SelectField label={add.type} value={adding.type} options={types} />
        {kind !== "steam" && (
          <>
            <SelectField
              label={add.algorithm}
              value={adding.algorithm}
              options={algorithms.map((name) => ({ value: name, text: name.replace("SHA", "SHA-") }))}
            />
            <TextField label={add.digits} value={adding.digits} autocomplete="off" />
          </>
        )}
        {kind === "totp" && <TextField label={add.period} value={adding.period} autocomplete="off" />}
        {kind === "hotp" && <TextField label={add.counter} value={adding.counter} autocomplete="off" />}
        {error && (
          <p class="error" role="alert" lang={locale}>
            {error}
          </p>
        )}
      </div>
    </details>
  );
}
