import { dress } from "./banner.ts";
import { isTypedInto, type TypedInto } from "./typed-into.ts";

/** Lets the person point at a field: by a click, or by the keyboard and Enter. Escape, or `end`, answers undefined. */
export function pointAtField(end: AbortSignal): Promise<TypedInto | undefined> {
  return new Promise((resolve) => {
    const frame = document.createElement("div");
    dress(frame, {
      position: "fixed",
      border: "3px solid #1a56db",
      "border-radius": "6px",
      "pointer-events": "none",
      "z-index": "2147483647",
      display: "none",
    });
    document.documentElement.append(frame);
    const done = new AbortController();
    const finish = (field?: TypedInto) => {
      done.abort();
      frame.remove();
      resolve(field);
    };
    const on = <Type extends keyof DocumentEventMap>(type: Type, listener: (event: DocumentEventMap[Type]) => void) =>
      document.addEventListener(type, listener, { capture: true, signal: done.signal });
    const mark = (event: Event) => surround(frame, fieldOf(event));

    end.addEventListener("abort", () => finish(), { signal: done.signal });
    on("pointermove", mark);
    on("focusin", mark);
    on("click", (event) => {
      const field = fieldOf(event);
      if (field && event.isTrusted) finish(field);
    });
    on("keydown", (event) => {
      if (!event.isTrusted || (event.key !== "Escape" && event.key !== "Enter")) return;
      const field = fieldOf(event);
      if (event.key === "Enter" && !field) return;
      // Enter points here; it does not submit.
      event.preventDefault();
      event.stopImmediatePropagation();
      finish(event.key === "Enter" ? field : undefined);
    });
  });
}

/** In shadow trees too: the event's own path says what it happened on. */
function fieldOf(event: Event): TypedInto | undefined {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return undefined;
  // Inside what is editable, an element of the text is what was clicked.
  const field = isTypedInto(target) ? target : target.closest("[contenteditable]");
  return field && isTypedInto(field) ? field : undefined;
}

function surround(frame: HTMLElement, field: TypedInto | undefined): void {
  if (!field) {
    dress(frame, { display: "none" });
    return;
  }
  const { x, y, width, height } = field.getBoundingClientRect();
  dress(frame, {
    display: "block",
    left: `${x - 5}px`,
    top: `${y - 5}px`,
    width: `${width + 4}px`,
    height: `${height + 4}px`,
  });
}
