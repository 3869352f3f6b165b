import QRCode from "qrcode";
import type { Picture } from "../../extension/scan/picture.ts";

type Colour = readonly [number, number, number];

/** One QR code to draw: where, how many pixels a module has (fractions too), and in which colours. */
export interface DrawnCode {
  text: string;
  x: number;
  y: number;
  module: number;
  dark?: Colour;
  light?: Colour;
  /** As in a mirror. */
  isMirrored?: boolean;
  /** Modules of margin. */
  margin?: number;
}

/** A picture with QR codes on one colour, as a page's screenshot has them: edges between pixels are grey. */
export function pictureWith(codes: DrawnCode[], width = 1280, height = 800, ground: Colour = [255, 255, 255]): Picture {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set([...ground, 255], at);
  for (const code of codes) draw({ width, height, data }, code);
  return { width, height, data };
}

function draw({ width, data }: Picture, code: DrawnCode): void {
  const { x, y, module, dark = [0, 0, 0], light = [255, 255, 255], margin = 4, isMirrored = false } = code;
  const { modules } = QRCode.create(code.text, { errorCorrectionLevel: "M" });
  const isDark = (column: number, row: number) =>
    column >= 0 &&
    row >= 0 &&
    column < modules.size &&
    row < modules.size &&
    modules.get(row, isMirrored ? modules.size - 1 - column : column) === 1;
  const side = Math.round((modules.size + 2 * margin) * module);
  for (let dy = 0; dy < side; dy++) {
    for (let dx = 0; dx < side; dx++) {
      let share = 0;
      for (let part = 0; part < 16; part++) {
        const column = Math.floor((dx + ((part % 4) + 0.5) / 4) / module) - margin;
        const row = Math.floor((dy + (Math.floor(part / 4) + 0.5) / 4) / module) - margin;
        if (isDark(column, row)) share += 1 / 16;
      }
      const at = ((y + dy) * width + x + dx) * 4;
      for (const channel of [0, 1, 2] as const)
        data[at + channel] = light[channel] * (1 - share) + dark[channel] * share;
    }
  }
}
