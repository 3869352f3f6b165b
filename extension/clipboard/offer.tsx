import { Button } from "../../shared/ui/button.tsx";
import { clearingRefused, clearsClipboard, copiedHere, setClearing } from "./state.ts";
import { clipboardWords } from "./words.ts";

/** Offers, after the first code was copied, to clear such codes; with what it takes and why. */
export function ClearingOffer() {
  if (!copiedHere.value || clearsClipboard.value !== undefined) return null;
  return (
    <div class="clearing-offer">
      <p>
        <b>{clipboardWords.offer}</b> {clipboardWords.why}
      </p>
      {clearingRefused.value && <p role="alert">{clipboardWords.refused}</p>}
      <div class="actions">
        <Button onClick={() => void setClearing(true)}>{clipboardWords.turnOn}</Button>
        <Button kind="link" onClick={() => void setClearing(false)}>
          {clipboardWords.notNow}
        </Button>
      </div>
    </div>
  );
}
