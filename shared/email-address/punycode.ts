/** The parameters of Punycode (RFC 3492, section 5). */
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialPoint = 0x80;

/** What a label says after its `xn--`, by RFC 3492, section 6.2; null where that is no Punycode. */
export function decodePunycode(encoded: string): string | null {
  const dash = encoded.lastIndexOf("-");
  const points = [...encoded.slice(0, Math.max(dash, 0))].map((character) => character.codePointAt(0) ?? 0);
  let point = initialPoint;
  let place = 0;
  let bias = initialBias;
  let at = dash + 1;
  while (at < encoded.length) {
    const before = place;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = digitOf(encoded.charAt(at++));
      if (digit === null) return null;
      place += digit * weight;
      const threshold = Math.min(Math.max(k - bias, tMin), tMax);
      if (digit < threshold) break;
      weight *= base - threshold;
      if (weight > 0x7fffffff) return null;
    }
    const length = points.length + 1;
    bias = adapt(place - before, length, before === 0);
    point += Math.floor(place / length);
    if (point > 0x10ffff) return null;
    place %= length;
    points.splice(place++, 0, point);
  }
  return String.fromCodePoint(...points);
}

function digitOf(character: string): number | null {
  if (/^[a-z]$/.test(character)) return character.charCodeAt(0) - 0x61;
  return /^[0-9]$/.test(character) ? Number(character) + 26 : null;
}

/** The bias of what follows (RFC 3492, section 6.1). */
function adapt(delta: number, length: number, isFirst: boolean): number {
  let left = Math.floor(delta / (isFirst ? damp : 2));
  left += Math.floor(left / length);
  let k = 0;
  for (; left > ((base - tMin) * tMax) / 2; k += base) left = Math.floor(left / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * left) / (left + skew));
}
