import { enlarged, framed, type Grey, greyOf, inverted, mirrored } from "./grey.ts";
import type { Picture } from "./picture.ts";
import { lightSquares } from "./squares.ts";

/** Milliseconds for one look at a picture: a still one deserves more than the frame of a film, for which the decoder is tuned. */
const lookMilliseconds = 1000;
/** A picture up to this many pixels is looked at enlarged too, for codes whose squares are 1.5 px small. */
const mostPixelsEnlarged = 2_400_000;
/** A part that is looked at by itself is enlarged to about this many pixels along a side. */
const goodSide = 400;

/**
 * The texts of all QR codes in a picture, each once; dark on light or light on dark, many or none. Where none is found at
 * first, it is looked for as the decoder alone wouldn't see it: very small, in a mirror, or with no margin on a ground of
 * its own colour. `isFilm`: the next frame comes anyway, so that one look is enough.
 */
export async function findCodes(picture: Picture, isFilm = false): Promise<string[]> {
  const grey = greyOf(picture);
  const large = picture.width * picture.height <= mostPixelsEnlarged ? enlarged(grey, 2) : undefined;
  const found = [...(await look(grey)), ...(large ? await look(large) : [])];
  if (found.length > 0 || isFilm) return [...new Set(found)];
  for (const other of otherLooks(grey, large)) {
    const texts = await look(other());
    if (texts.length > 0) return [...new Set(texts)];
  }
  return await lookByBrowser(picture);
}

async function look(grey: Grey): Promise<string[]> {
  const { decodeQRBatch } = await import("qr/decode.js");
  // I420 is a plane of brightness and then colours, which the decoder leaves alone.
  const [found = []] = await decodeQRBatch([grey], { format: "I420", effort: 4, timeLimit: lookMilliseconds });
  // What is no string is the error of what looked like a code and was none.
  return found.filter((each) => typeof each === "string");
}

/** Other ways to see a picture, each drawn only when it is looked at. */
function* otherLooks(grey: Grey, large: Grey | undefined): Generator<() => Grey> {
  for (const ground of [grey, inverted(grey)]) {
    for (const area of lightSquares(ground)) {
      const side = Math.max(area.width, area.height);
      const part = () => {
        const own = framed(ground, area, Math.ceil(side / 5));
        return side < goodSide ? enlarged(own, Math.min(6, Math.ceil(goodSide / side))) : own;
      };
      yield part;
      yield () => mirrored(part());
    }
  }
  yield () => mirrored(grey);
  if (large) yield () => mirrored(large);
}

/** What some browsers bring of their own; TypeScript doesn't know it yet. */
interface BarcodeDetectorOfBrowser {
  detect: (image: ImageData) => Promise<{ rawValue: string }[]>;
}

/** By the browser's own reader, where there is one. */
async function lookByBrowser({ width, height, data }: Picture): Promise<string[]> {
  const { BarcodeDetector } = globalThis as {
    BarcodeDetector?: new (options: { formats: string[] }) => BarcodeDetectorOfBrowser;
  };
  if (!BarcodeDetector) return [];
  try {
    const image = new ImageData(Uint8ClampedArray.from(data), width, height);
    const found = await new BarcodeDetector({ formats: ["qr_code"] }).detect(image);
    return [...new Set(found.map(({ rawValue }) => rawValue))];
  } catch {
    // It is there and knows no QR codes, as on some systems.
    return [];
  }
}
