import { type ReadonlySignal, signal } from "@preact/signals";

/** A short message that shows for a moment, said once. */
export interface Toast {
  text: ReadonlySignal<string>;
  show: (text: string) => void;
}

/** A toast that is empty until something is shown; what is shown goes after `visibleMs`. */
export function createToast(visibleMs = 3000): Toast {
  const text = signal("");
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    text,
    show(next) {
      clearTimeout(timer);
      text.value = next;
      timer = setTimeout(() => {
        text.value = "";
      }, visibleMs);
    },
  };
}

/** Where a toast shows. It stands in the page from the start, for only then is a change in it announced. */
export function ToastRegion({ toast }: { toast: Toast }) {
  return (
    <div class="toast-region" role="status">
      {toast.text.value && <span class="toast">{toast.text.value}</span>}
    </div>
  );
}
