import { readQrDrawing } from "./qr-drawing.ts";

/** CSS pixels of one module, so that a camera reads it from a screen held at arm's length. */
const pixelsAModule = 4;

/** The service's QR code, each module as wide as four pixels; where there is no room for that, as wide as there is. */
export function QrCode({ svg, label }: { svg: string; label: string }) {
  const drawing = readQrDrawing(svg);
  // Of a service that draws in another way; as an image, its markup stays out of the page.
  if (!drawing)
    return (
      <img class="qr" width="240" height="240" alt={label} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
    );
  const { size, path } = drawing;
  return (
    <svg
      class="qr"
      width={size * pixelsAModule}
      height={size * pixelsAModule}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path stroke="black" d={path} />
    </svg>
  );
}
