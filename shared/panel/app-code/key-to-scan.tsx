import type { AppEnrolment } from "../../contract/app-code.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { useWords } from "../words.tsx";
import { groupedKey } from "./key-text.ts";

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
      {/* As an image: markup from the server never becomes part of the page. */}
      <img
        class="qr"
        width="208"
        height="208"
        alt={appSetUp.qr}
        src={`data:image/svg+xml,${encodeURIComponent(enrolment.qr)}`}
      />
      <div class="key">
        <small class="soft">{appSetUp.typeKey}</small>
        <CopyButton kind="link" text={enrolment.secret} words={words} />
        <code>{groupedKey(enrolment.secret)}</code>
      </div>
    </div>
  );
}
