import { useEffect } from "preact/hooks";
import { NotSaved } from "../surface/not-saved.tsx";
import { clearingNotSaved, clearingRefused, clearsClipboard, readClearing, setClearing } from "./state.ts";
import { clipboardWords } from "./words.ts";

/** Whether copied codes are cleared, to be chosen. */
export function ClearingCard() {
  useEffect(() => void readClearing(), []);
  return (
    <section class="card">
      <label class="check">
        <input
          type="checkbox"
          checked={clearsClipboard.value === true}
          onChange={(event) => {
            const box = event.currentTarget;
            void setClearing(box.checked).then(() => {
              // The box says what is so, also where the browser said no.
              box.checked = clearsClipboard.value === true;
            });
          }}
        />
        {clipboardWords.setting}
      </label>
      <p>
        <small>
          {clipboardWords.hint} {clipboardWords.why}
        </small>
      </p>
      <p role="alert">{clearingRefused.value && clipboardWords.refused}</p>
      <NotSaved failed={clearingNotSaved} />
    </section>
  );
}
