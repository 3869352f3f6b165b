import { ConfirmDialog } from "../../shared/ui/confirm-dialog.tsx";
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
    <ConfirmDialog
      title={entryWords.discardQuestion}
      keep={entryWords.keepEditing}
      action={entryWords.discard}
      onKeep={cancel}
      onConfirm={form.discard}
    >
      <p>{entryWords.discardLead(name)}</p>
    </ConfirmDialog>
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
    <ConfirmDialog
      title={entryWords.removeQuestion(count, name)}
      keep={entryWords.keep}
      action={entryWords.removeAction(count)}
      onKeep={onCancel}
      onConfirm={onDelete}
    >
      <p>{entryWords.removeLead}</p>
    </ConfirmDialog>
  );
}
