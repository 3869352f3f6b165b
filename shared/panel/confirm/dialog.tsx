import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useWords } from "../words.tsx";
import type { Confirmation } from "./state.ts";

/** Asks once more before something is taken away, where no code has to be typed for it. */
export function ConfirmationDialog({ confirmation }: { confirmation: Confirmation }) {
  const { cancel } = useWords();
  const question = confirmation.question.value;
  if (!question) return null;
  const { words, settle } = question;
  return (
    <Dialog title={words.title} onClose={() => settle(false)}>
      <p>{words.lead}</p>
      <div class="actions">
        <Button onClick={() => settle(false)}>{cancel}</Button>
        <Button kind="final" onClick={() => settle(true)}>
          {words.action}
        </Button>
      </div>
    </Dialog>
  );
}
