import { useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import type { CodesState } from "../codes/state.ts";
import { SubScreen } from "../codes/sub-screen.tsx";
import { UnlockDialog } from "../lock/ask-to-unlock.tsx";
import { words } from "../popup/words.ts";
import { nameOf } from "../vault/entry.ts";
import { uriOf } from "./formats/uri-list.ts";
import { useExportGate } from "./gate.ts";
import { NotAllowed } from "./not-allowed.tsx";
import { QrImage } from "./qr-image.tsx";
import { exportWords } from "./words.ts";
import "./export.css";

/** One account as a QR code, for another authenticator to scan; shown when the person has read what that means. */
export function QrScreen({ codes, id }: { codes: CodesState; id: string }) {
  const gate = useExportGate();
  const [isShown, setShown] = useState(false);
  const vault = codes.vault.value;
  const entry = vault.at === "open" ? vault.entries.find((each) => each.id === id) : undefined;
  if (!entry || gate.isAllowed === null) return null;
  const title = exportWords.qrTitle(nameOf(entry) || words.codes.noName);
  if (!gate.isAllowed) return <NotAllowed title={title} codes={codes} />;
  return (
    <SubScreen title={title} codes={codes}>
      <p class="notice warn">{exportWords.qrWarning}</p>
      {entry.key.type === "hotp" && <p>{exportWords.qrCounted}</p>}
      {isShown ? (
        <QrImage text={uriOf(entry)} alt={exportWords.qrAlt} />
      ) : (
        <Button kind="primary" focusFirst onClick={async () => setShown(await gate.confirm())}>
          {exportWords.qrShow}
        </Button>
      )}
      <UnlockDialog question={gate.question} />
    </SubScreen>
  );
}
