/** Pixels along the longer side that a drawing is made of; it has none of its own. */
const side = 1200;
/** Characters of a drawing that is looked at. */
const mostCharacters = 10_000_000;

/** Whether a file is an SVG drawing, by what it calls itself and how it begins. */
export async function isSvg(image: Blob): Promise<boolean> {
  if (/^image\/(?!svg)/.test(image.type)) return false;
  const start = await image.slice(0, 4096).text();
  return /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(start);
}

/**
 * An SVG drawing as an image of a known size, on which nothing of it runs and into which nothing is fetched, as of every
 * image. Throws where it can't be drawn.
 */
export async function imageOfSvg(file: Blob): Promise<HTMLImageElement> {
  const text = await file.text();
  const root = new DOMParser().parseFromString(text.slice(0, mostCharacters), "image/svg+xml").documentElement;
  if (root.localName !== "svg") throw new Error("it is no drawing");
  const box = (root.getAttribute("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const sized = ["width", "height"].map((name) => Number.parseFloat(root.getAttribute(name) ?? ""));
  const hasBox = box.length === 4 && box.every(Number.isFinite);
  const [width, height] = (hasBox ? box.slice(2) : sized).map((length) => (length && length > 0 ? length : 1));
  if (!width || !height) throw new Error("it has no size");
  if (!hasBox) root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const scale = side / Math.max(width, height);
  root.setAttribute("width", String(Math.max(1, Math.round(width * scale))));
  root.setAttribute("height", String(Math.max(1, Math.round(height * scale))));
  const image = new Image();
  // The policy of our pages lets images come from data: addresses, and from nowhere else.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(root))}`;
  await image.decode();
  return image;
}
