import type { AppEnrolment } from "../../contract/app-code.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { useWords } from "../words.tsx";
import { groupedKey } from "./key-text.ts";
import { readQrDrawing } from "./qr-drawing.ts";

interface KeyToScanProps {
  enrolment: AppEnrolment;
  /** The card above has said already that this is to be scanned. */
  isSecondChoice: boolean;
}

/** The key as a QR code, and as text for those who cannot scan. */
export function KeyToScan({ enrolment, isSecondChoice }: KeyToScanProps) {
  const words = useWords();
  const { appSetUp } = words;
  return (
    <div class="key-to-scan">
      {!isSecondChoice && <p>{appSetUp.scan}</p>}
      <QrCode svg={enrolment.qr} label={appSetUp.qr} />
      <div class="key">
        <small class="soft">{appSetUp.typeKey}</small>
        <CopyButton kind="link" text={enrolment.secret} words={words} />
        <code>{groupedKey(enrolment.secret)}</code>
      </div>
    </div>
  );
}

function QrCode({ svg, label }: { svg: string; label: string }) {
  const drawing = readQrDrawing(svg);
  // Of a service that draws in another way; as an image, its markup stays out of the page.
  if (!drawing)
    return (
      <img class="qr" width="208" height="208" alt={label} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
    );
  const { size, path } = drawing;
  return (
    <svg
      class="qr"
      width="208"
      height="208"
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path stroke="black" d={path} />
    </svg>
  );
}
