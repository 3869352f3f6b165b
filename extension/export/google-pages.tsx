import { useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { QrImage } from "./qr-image.tsx";
import { exportWords } from "./words.ts";

/** The QR codes of one export of `count` codes for Google Authenticator, one at a time, for a phone that scans all of them. */
export function GooglePages({ links, count }: { links: readonly string[]; count: number }) {
  const [at, setAt] = useState(0);
  const shown = Math.min(at, links.length - 1);
  return (
    <section class="stack google-pages" aria-label={exportWords.kinds.google.title}>
      <p>
        {exportWords.googleLead} {exportWords.googleCount(count, links.length)}
      </p>
      <p aria-live="polite">
        <b>{exportWords.page(shown + 1, links.length)}</b>
      </p>
      <QrImage text={links[shown] ?? ""} alt={exportWords.pageAlt(shown + 1, links.length)} level="L" />
      {links.length > 1 && (
        <div class="actions">
          <Button disabled={shown === 0} onClick={() => setAt(shown - 1)}>
            {exportWords.pageBack}
          </Button>
          <Button kind="primary" disabled={shown === links.length - 1} onClick={() => setAt(shown + 1)}>
            {exportWords.pageNext}
          </Button>
        </div>
      )}
    </section>
  );
}
