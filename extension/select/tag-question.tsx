import { useSignal } from "@preact/signals";
import { Button } from "../../shared/ui/button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { Form } from "../../shared/ui/form.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { tagsIn } from "../codes/arrange.ts";
import { entryWords } from "../entry/words.ts";
import type { Selection } from "./state.ts";

interface TagQuestionProps {
  selection: Selection;
  onCancel: () => void;
}

/** Asks which tags to add to all that are selected, and which of theirs to take away. */
export function TagQuestion({ selection, onCancel }: TagQuestionProps) {
  const typed = useSignal("");
  const removed = useSignal<ReadonlySet<string>>(new Set());
  const { select } = entryWords;
  const tags = tagsIn(selection.chosen.value);
  return (
    <Dialog title={select.tagTitle(selection.chosen.value.length)} onClose={onCancel}>
      <Form onSubmit={() => selection.tag(typed.value, removed.value)}>
        <TextField label={select.addTags} hint={entryWords.tagsHint} value={typed} autocomplete="off" focusFirst />
        {tags.length > 0 && (
          <fieldset class="tags-to-remove">
            <legend>{select.removeTags}</legend>
            {tags.map((tag) => (
              <label key={tag} class="check">
                <input
                  type="checkbox"
                  checked={removed.value.has(tag)}
                  onChange={(event) => {
                    const next = new Set(removed.value);
                    if (event.currentTarget.checked) next.add(tag);
                    else next.delete(tag);
                    removed.value = next;
                  }}
                />
                <span>{tag}</span>
              </label>
            ))}
          </fieldset>
        )}
        <div class="actions">
          <Button onClick={onCancel}>{entryWords.cancel}</Button>
          <Button kind="primary" type="submit">
            {select.tagSave}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
