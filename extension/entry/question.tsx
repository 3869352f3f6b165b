import { Button } from "../../shared/ui/button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import type { EntryForm } from "./state.ts";
import { entryWords } from "./words.ts";

/** The question before something is lost: what was changed and not saved, or the code. */
export function EntryQuestion({ name, form }: { name: string; form: EntryForm }) {
  const asked = form.asked.value;
  const cancel = () => {
    form.asked.value = null;
  };
  if (asked === null) return null;
  if (asked === "delete") return <DeleteQuestion count={1} name={name} onCancel={cancel} onDelete={form.remove} />;
  return (
    <Dialog title={entryWords.discardQuestion} onClose={cancel}>
      <p>{entryWords.discardLead(name)}</p>
      <div class="actions">
        <Button focusFirst onClick={cancel}>
          {entryWords.keepEditing}
        </Button>
        <Button kind="final" onClick={form.discard}>
          {entryWords.discard}
        </Button>
      </div>
    </Dialog>
  );
}

interface DeleteQuestionProps {
  count: number;
  /** Of the one, where it is one. */
  name: string;
  onCancel: () => void;
  onDelete: () => unknown;
}

/** Asks before codes are deleted. */
export function DeleteQuestion({ count, name, onCancel, onDelete }: DeleteQuestionProps) {
  return (
    <Dialog title={entryWords.removeQuestion(count, name)} onClose={onCancel}>
      <p>{entryWords.removeLead}</p>
      <div class="actions">
        <Button focusFirst onClick={onCancel}>
          {entryWords.keep}
        </Button>
        <Button kind="final" onClick={() => void onDelete()}>
          {entryWords.removeAction(count)}
        </Button>
      </div>
    </Dialog>
  );
}
