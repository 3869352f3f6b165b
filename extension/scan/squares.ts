import type { Area, Grey } from "./grey.ts";

/** Pixels along the side of a cell that is light or isn't. */
const cell = 4;
/** Pixels along a side that a code has at the least: 21 modules of 1.2 px. */
const leastSide = 26;
/** Squares that are looked at. */
const mostSquares = 8;

/**
 * The light things on a dark ground that are about as wide as high, the largest first: a code without the margin that it
 * should have is one. A light pixel is one nearer to the lightest of the picture than to what most of it is.
 */
export function lightSquares(grey: Grey): Area[] {
  const { width, height, data } = grey;
  const level = levelOf(grey);
  if (level === undefined) return [];
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const isLight = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] ?? 0) >= level) isLight[row + Math.floor(x / cell)] = 1;
    }
  }
  return groupsOf(isLight, columns, rows)
    .map((group) => tight(grey, level, group))
    .filter((area) => Math.min(area.width, area.height) >= leastSide && isSquare(area))
    .sort((one, other) => other.width - one.width)
    .slice(0, mostSquares);
}

/** Half way between the ground, which is what most pixels are, and the lightest; undefined where the ground isn't dark. */
function levelOf({ width, height, data }: Grey): number | undefined {
  const counts = new Uint32Array(256);
  for (let at = 0; at < width * height; at++) counts[data[at] ?? 0] = (counts[data[at] ?? 0] ?? 0) + 1;
  const ground = counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
  const lightest = counts.findLastIndex((count) => count > 0);
  return ground < 128 && lightest - ground > 40 ? (ground + lightest) / 2 : undefined;
}

/** Cells that touch each other, corners too, as the area around each group of them, in pixels. */
function groupsOf(isLight: Uint8Array, columns: number, rows: number): Area[] {
  const areas: Area[] = [];
  const waiting: number[] = [];
  for (let start = 0; start < isLight.length; start++) {
    if (isLight[start] !== 1) continue;
    let [left, right, top, bottom] = [columns, 0, rows, 0];
    isLight[start] = 2;
    waiting.push(start);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [x, y] = [at % columns, Math.floor(at / columns)];
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
      for (let nextY = Math.max(0, y - 1); nextY <= Math.min(rows - 1, y + 1); nextY++) {
        for (let nextX = Math.max(0, x - 1); nextX <= Math.min(columns - 1, x + 1); nextX++) {
          const next = nextY * columns + nextX;
          if (isLight[next] !== 1) continue;
          isLight[next] = 2;
          waiting.push(next);
        }
      }
    }
    areas.push({
      left: left * cell,
      top: top * cell,
      width: (right - left + 1) * cell,
      height: (bottom - top + 1) * cell,
    });
  }
  return areas;
}

/** The area without the dark edges that come of cells. */
function tight({ width, height, data }: Grey, level: number, { left, top, ...size }: Area): Area {
  const [endX, endY] = [Math.min(width, left + size.width), Math.min(height, top + size.height)];
  let [first, last, high, low] = [endX, left, endY, top];
  for (let y = top; y < endY; y++) {
    for (let x = left; x < endX; x++) {
      if ((data[y * width + x] ?? 0) < level) continue;
      [first, last, high, low] = [Math.min(first, x), Math.max(last, x), Math.min(high, y), Math.max(low, y)];
    }
  }
  return { left: first, top: high, width: Math.max(0, last - first + 1), height: Math.max(0, low - high + 1) };
}

function isSquare({ width, height }: Area): boolean {
  return Math.max(width, height) <= Math.min(width, height) * 1.15 + 4;
}
