import { useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { Form } from "../../shared/ui/form.tsx";
import type { CodesState } from "../codes/state.ts";
import { SubScreen } from "../surface/sub-screen.tsx";
import { DropArea } from "./drop-area.tsx";
import { FileCard } from "./file-card.tsx";
import { PlanView } from "./plan-view.tsx";
import { createImport, type ImportState } from "./state.ts";
import { importWords } from "./words.ts";
import "./import.css";

/** Brings accounts from other programs: choose, open, look at what will happen, and add all of it at once. */
export function ImportScreen({
  codes,
  text,
  files: dropped,
}: {
  codes: CodesState;
  text?: string | undefined;
  files?: readonly File[] | undefined;
}) {
  const [importing] = useState(() => {
    const made = createImport(codes, text);
    if (dropped) void made.choose(dropped);
    return made;
  });
  const { plan, files, saving } = importing;
  const count = plan.value.toAdd.length;
  return (
    <SubScreen title={importWords.title} codes={codes}>
      {files.value.length === 0 && <p>{importWords.lead}</p>}
      <DropArea onFiles={(chosen) => void importing.choose(chosen)} />
      {files.value.length === 0 && <PasteLinks importing={importing} />}
      {files.value.map((file) => (
        <FileCard key={file.id} file={file} onLeaveOut={() => importing.leaveOut(file)} />
      ))}
      {/* There from the start, for only then is it said when it changes. */}
      <div role="status" class="plan">
        <PlanView plan={plan.value} isRead={files.value.some((file) => file.read.value?.ok)} />
      </div>
      {count > 0 && (
        <div class="import-bar">
          <Button kind="primary" wide busy={saving.value} onClick={() => void importing.submit()}>
            {importWords.submit(count)}
          </Button>
        </div>
      )}
    </SubScreen>
  );
}

function PasteLinks({ importing }: { importing: ImportState }) {
  const { pasted } = importing;
  return (
    <>
      <details class="options">
        <summary>{importWords.knownTitle}</summary>
        <p>{importWords.known}</p>
      </details>
      <Form class="tight" onSubmit={() => importing.takePasted()}>
        <div class="field">
          <label for="pasted-links">{importWords.paste}</label>
          <textarea
            id="pasted-links"
            class="input code"
            rows={3}
            spellcheck={false}
            autocomplete="off"
            value={pasted.value}
            onInput={(event) => {
              pasted.value = event.currentTarget.value;
            }}
          />
        </div>
        <div class="actions">
          <Button type="submit" disabled={pasted.value.trim() === ""}>
            {importWords.takePasted}
          </Button>
        </div>
      </Form>
    </>
  );
}
