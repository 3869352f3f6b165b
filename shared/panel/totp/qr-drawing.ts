/** The dark modules of a QR code, to be drawn in a square of `size` modules. */
export interface QrDrawing {
  size: number;
  /** The data of an SVG path: each module row a line of width 1. */
  path: string;
}

/**
 * Reads the drawing out of the service's SVG: numbers and the letters of lines, for the markup itself never becomes part
 * of the page, and an image from a text is what the policy of another site's page forbids. Null for any other SVG.
 */
export function readQrDrawing(svg: string): QrDrawing | null {
  const [, width, height] = /\sviewBox="0 0 (\d{1,3}) (\d{1,3})"/.exec(svg) ?? [];
  const [, path] = /<path stroke="#000000" d="([Mmhvz\d .-]+)"\s*\/>/.exec(svg) ?? [];
  return path !== undefined && width !== undefined && width === height ? { size: Number(width), path } : null;
}
