import { useEffect, useId, useState } from "preact/hooks";
import { algorithms } from "../../shared/otp/otp-key.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Form } from "../../shared/ui/form.tsx";
import { SelectField } from "../../shared/ui/select-field.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import type { CodesState } from "../codes/state.ts";
import { SubScreen } from "../surface/sub-screen.tsx";
import { words } from "../surface/words.ts";
import { nameOf, type VaultEntry } from "../vault/entry.ts";
import { EntryDetails } from "./details.tsx";
import { EntryCode } from "./entry-code.tsx";
import { EntryQuestion } from "./question.tsx";
import type { BadEntryField } from "./read-edit.ts";
import { createEntryForm, type EntryForm } from "./state.ts";
import { entryWords } from "./words.ts";
import "./entry.css";

/** One code, with all that can be changed about it behind one Save. */
export function EntryScreen({ codes, entry }: { codes: CodesState; entry: VaultEntry }) {
  const [form] = useState(() => createEntryForm(codes, entry));
  useEffect(() => form.keep(), [form]);
  const name = nameOf(entry) || words.codes.noName;
  return (
    <SubScreen title={name} codes={codes} onBack={form.leave}>
      <EntryCode codes={codes} entry={entry} />
      <Form class="entry-form" onSubmit={() => form.save()}>
        <TextField label={entryWords.name} value={form.issuer} autocomplete="off" error={problemOf(form, "name")} />
        <TextField label={entryWords.account} value={form.account} autocomplete="off" />
        <TextField label={entryWords.tags} hint={entryWords.tagsHint} value={form.tags} autocomplete="off" />
        <NoteField form={form} />
        <TextField
          label={entryWords.icon}
          hint={entryWords.iconHint}
          value={form.icon}
          autocomplete="off"
          error={problemOf(form, "icon")}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={form.pinned.value}
            onChange={(event) => {
              form.pinned.value = event.currentTarget.checked;
            }}
          />
          {entryWords.toTop}
        </label>
        {"pin" in entry.key && (
          <TextField
            label={entryWords.pin}
            hint={entryWords.pinHint}
            value={form.pin}
            autocomplete="off"
            code
            error={problemOf(form, "pin")}
          />
        )}
        {(entry.key.type === "totp" || entry.key.type === "hotp") && <CodeSettings form={form} kind={entry.key.type} />}
        <EntryDetails codes={codes} entry={entry} form={form} />
        <div class="sticky-bar">
          <Button onClick={form.leave}>{entryWords.cancel}</Button>
          <Button kind="primary" type="submit" busy={form.saving.value}>
            {entryWords.save}
          </Button>
        </div>
      </Form>
      <EntryQuestion name={name} form={form} />
    </SubScreen>
  );
}

function NoteField({ form }: { form: EntryForm }) {
  const id = useId();
  const problem = problemOf(form, "note");
  return (
    <div class="field">
      <label for={id}>{entryWords.note}</label>
      <textarea
        id={id}
        class="input"
        rows={2}
        spellcheck={false}
        autocomplete="off"
        value={form.note.value}
        aria-describedby={`${id}-hint`}
        aria-invalid={problem ? true : undefined}
        onInput={(event) => {
          form.note.value = event.currentTarget.value;
        }}
      />
      <small id={`${id}-hint`} class="soft">
        {entryWords.noteHint}
      </small>
      {problem && (
        <div class="error" role="alert">
          {problem}
        </div>
      )}
    </div>
  );
}

/** How its codes are made, closed until somebody looks for it; open where something in it can't be saved. */
function CodeSettings({ form, kind }: { form: EntryForm; kind: "totp" | "hotp" }) {
  const isRefused = ["digits", "period", "counter"].includes(form.refused.value?.field ?? "");
  return (
    <details class="options" open={isRefused || undefined}>
      <summary>{entryWords.settings}</summary>
      <div class="stack">
        <p class={form.changesCodes.value ? "notice warn" : undefined} role="status">
          {form.changesCodes.value ? entryWords.settingsChanged : entryWords.settingsNote}
        </p>
        <SelectField
          label={entryWords.algorithm}
          value={form.algorithm}
          options={algorithms.map((name) => ({ value: name, text: name.replace("SHA", "SHA-") }))}
        />
        <TextField label={entryWords.digits} value={form.digits} autocomplete="off" error={problemOf(form, "digits")} />
        {kind === "totp" ? (
          <TextField
            label={entryWords.period}
            value={form.period}
            autocomplete="off"
            error={problemOf(form, "period")}
          />
        ) : (
          <TextField
            label={entryWords.counter}
            value={form.counter}
            autocomplete="off"
            error={problemOf(form, "counter")}
          />
        )}
      </div>
    </details>
  );
}

function problemOf(form: EntryForm, field: BadEntryField) {
  return form.refused.value?.field === field && <p>{entryWords.problems[field]}</p>;
}
