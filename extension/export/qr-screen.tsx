import { useEffect, useState } from "preact/hooks";
import { toString as svgOf } from "qrcode";
import { Button } from "../../shared/ui/button.tsx";
import { type CodesState, nameOf } from "../codes/state.ts";
import { SubScreen } from "../codes/sub-screen.tsx";
import { words } from "../popup/words.ts";
import { uriOf } from "./formats/uri-list.ts";
import { exportWords } from "./words.ts";
import "./export.css";

/** One account as a QR code, for another authenticator to scan; shown when the person has read what that means. */
export function QrScreen({ codes, id }: { codes: CodesState; id: string }) {
  const [isShown, setShown] = useState(false);
  const vault = codes.vault.value;
  const entry = vault.at === "open" ? vault.entries.find((each) => each.id === id) : undefined;
  if (!entry) return null;
  return (
    <SubScreen title={exportWords.qrTitle(nameOf(entry) || words.codes.noName)} codes={codes}>
      <p class="notice warn">{exportWords.qrWarning}</p>
      {entry.key.type === "hotp" && <p>{exportWords.qrCounted}</p>}
      {isShown ? (
        <QrImage text={uriOf(entry)} />
      ) : (
        <Button kind="primary" focusFirst onClick={() => setShown(true)}>
          {exportWords.qrShow}
        </Button>
      )}
    </SubScreen>
  );
}

function QrImage({ text }: { text: string }) {
  const [svg, setSvg] = useState("");
  useEffect(() => {
    void svgOf(text, { type: "svg", errorCorrectionLevel: "M", margin: 4 }).then(setSvg);
  }, [text]);
  if (svg === "") return null;
  return (
    <img
      class="account-qr"
      width="260"
      height="260"
      alt={exportWords.qrAlt}
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
    />
  );
}
