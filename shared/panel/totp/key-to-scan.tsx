import type { AppEnrolment } from "../../contract/totp.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { useWords } from "../words.tsx";
import { groupedKey } from "./key-text.ts";
import { QrCode } from "./qr-code.tsx";

interface KeyToScanProps {
  enrolment: AppEnrolment;
  /** The card above has said already that this is to be scanned. */
  isSecondChoice: boolean;
}

/** The key as a QR code, as a link that an app on this very device takes, and as text to type or copy. */
export function KeyToScan({ enrolment, isSecondChoice }: KeyToScanProps) {
  const words = useWords();
  const { appSetUp } = words;
  return (
    <div class="key-to-scan">
      {!isSecondChoice && <p>{appSetUp.scan}</p>}
      <QrCode svg={enrolment.qr} label={appSetUp.qr} />
      {/^otpauth:/.test(enrolment.uri) && (
        <a class="button open-app" href={enrolment.uri}>
          {appSetUp.openApp}
        </a>
      )}
      <small class="soft">{appSetUp.typeKey}</small>
      <div class="key">
        <code>{groupedKey(enrolment.secret)}</code>
        <CopyButton kind="text" text={enrolment.secret} words={words} label={appSetUp.key} />
      </div>
    </div>
  );
}
