import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { importWords } from "./words.ts";

/** Where files are dropped, with a button that chooses them. What is dropped beside it does not take the page away. */
export function DropArea({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const isOver = useSignal(false);
  const take = (files: FileList | null | undefined) => {
    isOver.value = false;
    // A list of its own: the input's is emptied before the files have been read.
    if (files && files.length > 0) onFiles([...files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to the button inside
    <div
      class={`drop-area${isOver.value ? " over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer?.files);
      }}
    >
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={importWords.choose}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen once more.
          event.currentTarget.value = "";
        }}
      />
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {importWords.choose}
      </button>
      <span class="soft">{importWords.drop}</span>
    </div>
  );
}
