import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { focusedElement } from "./focused-element.ts";

interface DialogProps {
  title: string;
  /** Called on Escape; whoever shows the dialog takes it away. */
  onClose: () => void;
  children: ComponentChildren;
}

/** A modal question. The focus stays inside while it is there, and goes back to where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const titleId = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = focusedElement();
    element.current?.showModal();
    // By hand: a dialog that is taken out of the page, instead of closed, gives nothing back.
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
