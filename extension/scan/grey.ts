import type { Picture } from "./picture.ts";

/** The brightness of each pixel, with the room behind it that a plane of colours would take. */
export interface Grey {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A rectangle of pixels. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

function emptyGrey(width: number, height: number): Grey {
  const colours = 2 * Math.ceil(width / 2) * Math.ceil(height / 2);
  return { width, height, data: new Uint8Array(width * height + colours) };
}

/** Brightness by the weights of ITU-R BT.601, in 256ths. */
export function greyOf({ width, height, data }: Picture): Grey {
  const grey = emptyGrey(width, height);
  for (let at = 0, from = 0; from < data.length; at++, from += 4) {
    grey.data[at] = (77 * (data[from] ?? 0) + 150 * (data[from + 1] ?? 0) + 29 * (data[from + 2] ?? 0)) >> 8;
  }
  return grey;
}

/** `times` as wide and high, smoothly: a new pixel is what lies between the four old ones around it. */
export function enlarged({ width, height, data }: Grey, times: number): Grey {
  const large = emptyGrey(width * times, height * times);
  const [columns, rows] = [placesOf(width, times), placesOf(height, times)];
  for (let y = 0, to = 0; y < large.height; y++) {
    const [row, next, down] = [(rows.at[y] ?? 0) * width, (rows.next[y] ?? 0) * width, rows.part[y] ?? 0];
    for (let x = 0; x < large.width; x++, to++) {
      const [column, beside, across] = [columns.at[x] ?? 0, columns.next[x] ?? 0, columns.part[x] ?? 0];
      const here = (data[row + column] ?? 0) * (256 - across) + (data[row + beside] ?? 0) * across;
      const there = (data[next + column] ?? 0) * (256 - across) + (data[next + beside] ?? 0) * across;
      large.data[to] = (here * (256 - down) + there * down + 32_768) >> 16;
    }
  }
  return large;
}

/** For each new pixel of a line: the old one before it, the one after it, and how near it is to that, in 256ths. */
function placesOf(length: number, times: number) {
  const [at, next, part] = [0, 1, 2].map(() => new Int32Array(length * times)) as [Int32Array, Int32Array, Int32Array];
  for (let place = 0; place < length * times; place++) {
    const from = (place + 0.5) / times - 0.5;
    const before = Math.floor(from);
    at[place] = Math.max(0, before);
    next[place] = Math.min(length - 1, before + 1);
    part[place] = Math.round((from - before) * 256);
  }
  return { at, next, part };
}

/** As in a mirror. */
export function mirrored({ width, height, data }: Grey): Grey {
  const other = emptyGrey(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) other.data[y * width + x] = data[y * width + width - 1 - x] ?? 0;
  }
  return other;
}

/** Light for dark. */
export function inverted({ width, height, data }: Grey): Grey {
  const other = emptyGrey(width, height);
  for (let at = 0; at < width * height; at++) other.data[at] = 255 - (data[at] ?? 0);
  return other;
}

/** A part of a picture on white, with that much white around it. */
export function framed({ width, data }: Grey, area: Area, margin: number): Grey {
  const part = emptyGrey(area.width + 2 * margin, area.height + 2 * margin);
  part.data.fill(255);
  for (let y = 0; y < area.height; y++) {
    const from = (area.top + y) * width + area.left;
    part.data.set(data.subarray(from, from + area.width), (y + margin) * part.width + margin);
  }
  return part;
}
