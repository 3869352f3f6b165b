import type { ComponentChildren } from "preact";

interface FormProps {
  /** Called when it is sent, by Enter or its button. */
  onSubmit: () => unknown;
  children: ComponentChildren;
}

/** A form that is sent by our own code: the page stays, and its fields say themselves what they lack. */
export function Form({ onSubmit, children }: FormProps) {
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      {children}
    </form>
  );
}
