import { Button } from "../../shared/ui/button.tsx";
import { NotSaved } from "../surface/not-saved.tsx";
import { clockFault, correctClock, correctionNotSaved, isCorrected } from "./state.ts";
import { clockWords } from "./words.ts";

/** Says that this computer's clock is wrong, and corrects the codes where the person wants that. */
export function ClockNotice() {
  const behindMs = clockFault.value;
  if (behindMs === undefined) return null;
  const seconds = Math.round(Math.abs(behindMs) / 1000);
  return (
    <div class="clock-notice" role="status">
      <p>
        {behindMs > 0
          ? clockWords.behind(clockWords.duration(seconds))
          : clockWords.ahead(clockWords.duration(seconds))}{" "}
        {isCorrected.value ? clockWords.corrected : clockWords.refused}
      </p>
      <NotSaved failed={correctionNotSaved} />
      <Button kind="link" onClick={() => void correctClock(!isCorrected.value)}>
        {isCorrected.value ? clockWords.undo : clockWords.correct}
      </Button>
    </div>
  );
}
