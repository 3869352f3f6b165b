import type { Picture } from "./picture.ts";

/** Milliseconds for one look at a picture: a still one deserves more than the frame of a film, for which the decoder is tuned. */
const lookMilliseconds = 1000;
/** A picture up to this many pixels is looked at enlarged too, for codes whose squares are 1.5 px small. */
const mostPixelsEnlarged = 2_400_000;

/** The texts of all QR codes in a picture, each once; dark on light or light on dark, many or none. */
export async function findCodes(picture: Picture): Promise<string[]> {
  const { decodeQRBatch } = await import("qr/decode.js");
  const look = async (at: Grey) => {
    // I420 is a plane of brightness and then colours, which the decoder leaves alone.
    const [found = []] = await decodeQRBatch([at], { format: "I420", effort: 4, timeLimit: lookMilliseconds });
    // What is no string is the error of what looked like a code and was none.
    return found.filter((each) => typeof each === "string");
  };
  const grey = greyOf(picture);
  const found = await look(grey);
  const isSmall = picture.width * picture.height <= mostPixelsEnlarged;
  return [...new Set([...found, ...(isSmall ? await look(enlarged(grey)) : [])])];
}

/** The brightness of each pixel, with the room behind it that a plane of colours would take. */
interface Grey {
  width: number;
  height: number;
  data: Uint8Array;
}

function emptyGrey(width: number, height: number): Grey {
  const colours = 2 * Math.ceil(width / 2) * Math.ceil(height / 2);
  return { width, height, data: new Uint8Array(width * height + colours) };
}

/** Brightness by the weights of ITU-R BT.601, in 256ths. */
function greyOf({ width, height, data }: Picture): Grey {
  const grey = emptyGrey(width, height);
  for (let at = 0, from = 0; from < data.length; at++, from += 4) {
    grey.data[at] = (77 * (data[from] ?? 0) + 150 * (data[from + 1] ?? 0) + 29 * (data[from + 2] ?? 0)) >> 8;
  }
  return grey;
}

/** Twice as wide and high, smoothly: a new pixel is three parts the old one there and one part its neighbour, each way. */
function enlarged({ width, height, data }: Grey): Grey {
  const large = emptyGrey(width * 2, height * 2);
  for (let y = 0; y < large.height; y++) {
    const row = y >> 1;
    const next = Math.min(height - 1, Math.max(0, row + (y % 2 === 0 ? -1 : 1)));
    for (let x = 0; x < large.width; x++) {
      const column = x >> 1;
      const beside = Math.min(width - 1, Math.max(0, column + (x % 2 === 0 ? -1 : 1)));
      const here = 3 * (data[row * width + column] ?? 0) + (data[row * width + beside] ?? 0);
      const there = 3 * (data[next * width + column] ?? 0) + (data[next * width + beside] ?? 0);
      large.data[y * large.width + x] = (3 * here + there) >> 4;
    }
  }
  return large;
}
