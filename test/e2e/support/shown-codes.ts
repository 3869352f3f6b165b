import QRCode from "qrcode";
import { pictureWith } from "../../support/qr-picture.ts";

/** A page with QR codes as large as they come: `size` pixels wide, in the order given. */
export async function pageOfCodes(
  texts: string[],
  size: number,
  colour = { dark: "#000", light: "#fff" },
): Promise<string> {
  const images = await Promise.all(
    texts.map(async (text) => {
      const svg = await QRCode.toString(text, { type: "svg", width: size, color: colour });
      return `<span style="display:inline-block;width:${size}px;margin:8px">${svg}</span>`;
    }),
  );
  return `<!doctype html><title>Set up</title><body style="margin:20px;background:${colour.light};color:${colour.dark}">
    <p>Scan this with your authenticator app, then type the code it shows.</p>${images.join("")}`;
}

/** A film of one frame (YUV4MPEG2), which the browser shows again and again in the place of a camera. */
export function filmOfCode(text: string): Uint8Array {
  const [width, height] = [640, 480];
  const { data } = pictureWith([{ text, x: 150, y: 80, module: 6 }], width, height);
  const brightness = Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 0);
  const colours = new Uint8Array((width * height) / 2).fill(128);
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`),
    brightness,
    colours,
  ]);
}
