import QRCode from "qrcode";
import { expect, it } from "vitest";
import { readQrDrawing } from "../../../../shared/panel/totp/qr-drawing.ts";

const text = "otpauth://totp/Latchkey:ana%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Latchkey";
const svg = await QRCode.toString(text, { type: "svg", margin: 4, errorCorrectionLevel: "M" });

/** The modules that lines of width 1 cover, as `column,row`. */
function covered(path: string): Set<string> {
  const modules = new Set<string>();
  let [x, y] = [0, 0];
  for (const [, letter, numbers = ""] of path.matchAll(/([Mmh])([^Mmh]*)/g)) {
    const [first = 0, second = 0] = numbers.trim().split(/[ ,]+/).map(Number);
    if (letter === "M") [x, y] = [first, second];
    if (letter === "m") [x, y] = [x + first, y + second];
    if (letter !== "h") continue;
    for (let at = 0; at < first; at++) modules.add(`${x + at},${Math.floor(y)}`);
    x += first;
  }
  return modules;
}

it("draws the very modules of the code, with the quiet zone around them", () => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const expected = new Set<string>();
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) expected.add(`${column + 4},${row + 4}`);
    }
  }
  const drawing = readQrDrawing(svg);
  expect(drawing?.size).toBe(modules.size + 8);
  expect(covered(drawing?.path ?? "")).toEqual(expected);
});

it.each([
  "",
  "<svg></svg>",
  svg.replace('stroke="#000000"', 'stroke="#000000" onclick="alert(1)"'),
  svg.replace(/ d="M4/, ' d="javascript:M4'),
  svg.replace(/viewBox="0 0 \d+/, 'viewBox="0 0 7'),
])("reads no drawing out of what is no such code", (other) => {
  expect(readQrDrawing(other)).toBeNull();
});
