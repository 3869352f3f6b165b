import type { ComponentChildren } from "preact";

interface FormProps {
  /** Called when it is sent, by Enter or its button. */
  onSubmit: () => unknown;
  /** A class of its own, beside that of a form. */
  class?: string;
  children: ComponentChildren;
}

/**
 * A form that is sent by our own code: the page stays, and its fields say themselves what they lack. What a password
 * manager put into a field without telling the page counts as if it had been typed.
 */
export function Form({ onSubmit, class: own, children }: FormProps) {
  return (
    <form
      class={own ? `stack ${own}` : "stack"}
      noValidate
      onChange={(event) => takeFilled(event.currentTarget)}
      onSubmit={(event) => {
        event.preventDefault();
        takeFilled(event.currentTarget);
        void onSubmit();
      }}
    >
      {children}
    </form>
  );
}

/** Has each field of text read what stands in it; where it knows that already, nothing comes of it. */
function takeFilled(form: HTMLFormElement): void {
  for (const field of form.elements) {
    if (/^(text|email|password|search|textarea)$/.test((field as HTMLInputElement).type)) {
      field.dispatchEvent(new Event("input"));
    }
  }
}
