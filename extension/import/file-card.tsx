import { useId, useRef } from "preact/hooks";
import { useFocusFor } from "../../shared/panel/focus.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Form } from "../../shared/ui/form.tsx";
import { PasswordField } from "../../shared/ui/password-field.tsx";
import { formatNames, type Imported } from "./result.ts";
import type { ChosenFile } from "./state.ts";
import { importWords } from "./words.ts";

/** One file: what it was recognised as, or why it cannot be read, or the question for its password. */
export function FileCard({ file, onLeaveOut }: { file: ChosenFile; onLeaveOut: () => void }) {
  const name = file.name || importWords.pastedName;
  const read = file.read.value;
  const isAsked = read !== null && !read.ok && (read.code === "password_needed" || read.code === "wrong_password");
  return (
    <section class="card file" aria-label={name}>
      <div class="file-head">
        <b>{name}</b>
        <Button kind="link" label={importWords.leaveOut(name)} onClick={onLeaveOut}>
          <span aria-hidden="true">×</span>
        </Button>
      </div>
      {read === null && <Reading progress={file.progress.value} />}
      {read?.ok && <Found imported={read.value} />}
      {isAsked && <PasswordForm file={file} name={name} />}
      {read && !read.ok && !isAsked && (
        <div class="error" role="alert">
          <p>{importWords.failures[read.code]}</p>
        </div>
      )}
    </section>
  );
}

function Reading({ progress }: { progress: number }) {
  return (
    <>
      <p aria-live="off">{importWords.reading(Math.round(progress * 100))}</p>
      {progress > 0 && (
        <>
          <progress value={progress} max={1} aria-label={importWords.reading(0)} />
          <small>{importWords.slow}</small>
        </>
      )}
    </>
  );
}

function Found({ imported }: { imported: Imported }) {
  const { format, entries, refused, withoutCodes } = imported;
  return (
    <p>
      {importWords.found(entries.length + refused.length)}
      {/* A list of links is no program's. */}
      {format !== "uri-list" && ` ${importWords.from(formatNames[format])}`}
      {withoutCodes > 0 && `. ${importWords.withoutCodes(withoutCodes)}`}
    </p>
  );
}

function KeyFileField({ file }: { file: ChosenFile }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{importWords.keyFile}</label>
      <input
        id={id}
        class="input"
        type="file"
        onChange={(event) => {
          file.keyFile.value = event.currentTarget.files?.[0] ?? null;
        }}
      />
    </div>
  );
}

function PasswordForm({ file, name }: { file: ChosenFile; name: string }) {
  const field = useRef<HTMLInputElement>(null);
  const read = file.read.value;
  const isWrong = read !== null && !read.ok && read.code === "wrong_password";
  useFocusFor(read, field);
  return (
    <Form
      class="tight"
      onSubmit={() => {
        if (file.password.value !== "" || file.keyFile.value) void file.open();
      }}
    >
      {!isWrong && <p>{importWords.failures.password_needed}</p>}
      <PasswordField
        label={importWords.password(name)}
        value={file.password}
        autocomplete="current-password"
        words={importWords}
        inputRef={field}
        error={isWrong && <p>{importWords.failures.wrong_password}</p>}
      />
      {file.takesKeyFile && <KeyFileField file={file} />}
      <div class="actions">
        <Button type="submit">{importWords.open}</Button>
      </div>
    </Form>
  );
}
