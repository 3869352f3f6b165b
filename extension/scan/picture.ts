import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { imageOfSvg, isSvg } from "./svg.ts";

/** Pixels, four bytes each (red, green, blue, alpha), row by row. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** Bytes of a file that is looked at. */
const mostBytes = 30_000_000;
/** Pixels along a side; a larger picture is drawn smaller, and a QR code in a photograph is still large in it. */
const mostSide = 3000;

/** The pixels of an image file. What is transparent becomes white, for codes are drawn on that. */
export async function pictureOf(image: Blob): Promise<Outcome<Picture, "not_an_image" | "too_large">> {
  if (image.size > mostBytes) return fail("too_large");
  try {
    if (await isSvg(image)) {
      const drawing = await imageOfSvg(image);
      return ok(drawn(drawing, drawing.naturalWidth, drawing.naturalHeight));
    }
    const bitmap = await createImageBitmap(image);
    const picture = drawn(bitmap, bitmap.width, bitmap.height);
    bitmap.close();
    return ok(picture);
  } catch {
    return fail("not_an_image");
  }
}

/** The pixels of anything that can be drawn, such as a frame of a film. */
export function drawn(image: CanvasImageSource, width: number, height: number): Picture {
  const scale = Math.min(1, mostSide / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("there is no canvas to draw on");
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
