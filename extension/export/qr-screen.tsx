import { useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import type { CodesState } from "../codes/state.ts";
import { UnlockDialog } from "../lock/ask-to-unlock.tsx";
import { SubScreen } from "../surface/sub-screen.tsx";
import { words } from "../surface/words.ts";
import { nameOf } from "../vault/entry.ts";
import { browserPlace } from "../vault/place.ts";
import { takeOut } from "../vault/take-out.ts";
import { uriOf } from "./formats/uri-list.ts";
import { useExportGate } from "./gate.ts";
import { NotAllowed } from "./not-allowed.tsx";
import { QrImage } from "./qr-image.tsx";
import { exportWords } from "./words.ts";
import "./export.css";

/** One account as a QR code, for another authenticator to scan; shown when the person has read what that means. */
export function QrScreen({ codes, id }: { codes: CodesState; id: string }) {
  const gate = useExportGate();
  const [shown, setShown] = useState<string | null>(null);
  const vault = codes.vault.value;
  const entry = vault.at === "open" ? vault.entries.find((each) => each.id === id) : undefined;
  if (!entry || gate.isAllowed === null) return null;
  const show = async () => {
    if (!(await gate.confirm())) return;
    const taken = await takeOut(browserPlace);
    const whole = taken.ok && taken.value.find((each) => each.id === id);
    if (whole) setShown(uriOf(whole));
    else codes.said.value = { what: "told", text: exportWords.notTakenOut, isFailure: true };
  };
  const title = exportWords.qrTitle(nameOf(entry) || words.codes.noName);
  if (!gate.isAllowed) return <NotAllowed title={title} codes={codes} />;
  return (
    <SubScreen title={title} codes={codes}>
      <p class="notice warn">{exportWords.qrWarning}</p>
      {entry.key.type === "hotp" && <p>{exportWords.qrCounted}</p>}
      {shown !== null ? (
        <QrImage text={shown} alt={exportWords.qrAlt} />
      ) : (
        <Button kind="primary" focusFirst onClick={show}>
          {exportWords.qrShow}
        </Button>
      )}
      <UnlockDialog question={gate.question} />
    </SubScreen>
  );
}
