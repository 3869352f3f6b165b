const thinSpace = "\u2009";

/** A code as it is easiest to read: `123 456` in two groups, `12 345 678` in threes from the end; Steam's five stay together. */
export function groupedCode(code: string): string {
  if (code.length < 6) return code;
  return code.replace(/(?<=.)(?=(?:.{3})+$)/gu, thinSpace);
}

/** A colour for a name, as a hue of 0 to 359: the same name has the same one everywhere. */
export function hueOf(name: string): number {
  let hue = 0;
  for (const letter of name) hue = (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return hue;
}

/** The letter on a name's tile, or the emoji that it begins with, whole. */
export function initialOf(name: string): string {
  const [first = "?"] = name.trim();
  if (first.length === 1) return first.toUpperCase();
  const [whole] = new Intl.Segmenter().segment(name.trim());
  return whole?.segment ?? first;
}
