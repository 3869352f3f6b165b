import { useEffect, useState } from "preact/hooks";
import { toString as svgOf } from "qrcode";

interface QrImageProps {
  text: string;
  alt: string;
  /** How much of it may be unreadable: 15 % (M) where nothing is said, 7 % (L) where it holds much. */
  level?: "L" | "M";
}

/** A text as a QR code. */
export function QrImage({ text, alt, level = "M" }: QrImageProps) {
  const [svg, setSvg] = useState("");
  useEffect(() => {
    void svgOf(text, { type: "svg", errorCorrectionLevel: level, margin: 4 }).then(setSvg);
  }, [text, level]);
  if (svg === "") return null;
  return (
    <img class="account-qr" width="260" height="260" alt={alt} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
  );
}
