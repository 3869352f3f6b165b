import { type DroppedFiles, isForField, type ScanSource, sourceOf } from "./source.ts";

/**
 * Takes what is dropped or pasted anywhere in this window, until the answered function is called. A text that is pasted
 * into a field stays there, unless it holds more than the field takes.
 */
export function takeIn(take: (source: ScanSource | DroppedFiles) => void): () => void {
  const end = new AbortController();
  const on = <Type extends "paste" | "drop" | "dragover" | "dragleave">(
    type: Type,
    listener: (event: DocumentEventMap[Type]) => void,
  ) => document.addEventListener(type, listener, { signal: end.signal });
  const mark = (isOver: boolean) => document.documentElement.classList.toggle("drag-over", isOver);

  on("paste", (event) => {
    const source = event.clipboardData && sourceOf(event.clipboardData);
    if (!source || (source.from === "text" && isTyped(event.target) && isForField(source.text))) return;
    if (source.from === "text" && !/otpauth|(?:steam|motp):\/\//i.test(source.text)) return;
    event.preventDefault();
    take(source);
  });
  // Without these two the browser would leave the screen and show the file.
  on("dragover", (event) => {
    event.preventDefault();
    mark(true);
  });
  on("drop", (event) => {
    event.preventDefault();
    mark(false);
    const source = event.dataTransfer && sourceOf(event.dataTransfer);
    if (source) take(source);
  });
  on("dragleave", (event) => {
    if (!event.relatedTarget) mark(false);
  });
  return () => {
    mark(false);
    end.abort();
  };
}

function isTyped(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
