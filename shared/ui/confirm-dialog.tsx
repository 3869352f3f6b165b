import type { ComponentChildren } from "preact";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Form } from "./form.tsx";

interface ConfirmDialogProps {
  title: string;
  /** What is about to happen, to what, and what is asked for before it. */
  children: ComponentChildren;
  /** What the safe button says. */
  keep: string;
  /** What the other one does, in words. */
  action: string;
  /** Another question follows, which has the red button: this one only goes on. */
  goesOn?: boolean;
  /** The focus begins on the safe button; no where a field comes first. */
  hasField?: boolean;
  onKeep: () => void;
  onConfirm: () => unknown;
}

/**
 * The question before something that can't be taken back (promise C8), on every screen: the safe choice comes first, and
 * nothing happens before the red button, which says what it does, has been pressed.
 */
export function ConfirmDialog({ title, children, keep, action, goesOn, hasField, ...on }: ConfirmDialogProps) {
  return (
    <Dialog title={title} onClose={on.onKeep}>
      <Form onSubmit={on.onConfirm}>
        {children}
        <div class="actions">
          <Button focusFirst={!hasField} onClick={on.onKeep}>
            {keep}
          </Button>
          <Button kind={goesOn ? "primary" : "final"} type="submit">
            {action}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
