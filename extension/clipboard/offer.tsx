import { Button } from "../../shared/ui/button.tsx";
import { NotSaved } from "../surface/not-saved.tsx";
import { clearingNotSaved, clearingRefused, clearsClipboard, copiedHere, setClearing } from "./state.ts";
import { clipboardWords } from "./words.ts";

/** Offers, after the first code was copied, to clear such codes; in one line. */
export function ClearingOffer() {
  if (!copiedHere.value || clearsClipboard.value !== undefined) return null;
  return (
    <div class="clearing-offer">
      <p>{clipboardWords.offer}</p>
      {clearingRefused.value && <p role="alert">{clipboardWords.refused}</p>}
      <NotSaved failed={clearingNotSaved} />
      <div class="actions">
        <Button kind="link" onClick={() => void setClearing(false)}>
          {clipboardWords.notNow}
        </Button>
        <Button kind="link" onClick={() => void setClearing(true)}>
          {clipboardWords.turnOn}
        </Button>
      </div>
    </div>
  );
}
