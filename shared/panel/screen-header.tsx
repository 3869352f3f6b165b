import { Button } from "../ui/button.tsx";
import { useFocusOnArrival } from "./focus.ts";
import { useWords } from "./words.tsx";

/** The title of a screen that took the place of the overview, with the way back where there is one. */
export function ScreenHeader({ title, onBack }: { title: string; onBack?: () => void }) {
  const words = useWords();
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <header class="screen-header">
      {onBack && (
        <Button kind="link" label={words.back} onClick={onBack}>
          <span aria-hidden="true">‹</span>
        </Button>
      )}
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
    </header>
  );
}
