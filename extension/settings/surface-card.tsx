import { useEffect, useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { openSidePanel, openTab } from "../surface/open.ts";
import { readShortcuts, type Shortcuts } from "../surface/shortcuts.ts";
import { opening } from "../surface/state.ts";
import { surfaceWords } from "./surface-words.ts";

/** The other places where these screens can be, and the keys for them. */
export function SurfaceCard() {
  const [shortcuts, setShortcuts] = useState<Shortcuts | null>(null);
  useEffect(() => void readShortcuts().then(setShortcuts), []);
  const { surface } = opening;
  return (
    <section class="card">
      <h2>{surfaceWords.title}</h2>
      <div class="actions">
        {surface !== "page" && <Button onClick={() => void openTab()}>{surfaceWords.openTab}</Button>}
        {surface !== "panel" && <Button onClick={() => void openSidePanel()}>{surfaceWords.openPanel}</Button>}
      </div>
      {shortcuts && (
        <dl class="shortcuts">
          <dt>
            <kbd>{shortcuts.open || surfaceWords.none}</kbd>
          </dt>
          <dd>{surfaceWords.shortcutOpen}</dd>
          <dt>
            <kbd>{shortcuts.fill || surfaceWords.none}</kbd>
          </dt>
          <dd>{surfaceWords.shortcutFill}</dd>
        </dl>
      )}
      <p>
        <small>{surfaceWords.changeShortcuts}</small>
      </p>
    </section>
  );
}
