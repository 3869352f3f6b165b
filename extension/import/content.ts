import { fromUtf8 } from "./bytes.ts";

/** A file as the importers look at it; what it is called is a hint and no more. */
export interface FileContent {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Undefined where it is no text. */
  text: string | undefined;
  /** Undefined where it is no JSON. */
  json: unknown;
}

/** Looks at a file: is it text, and is that JSON? UTF-16 is read where its byte order mark says so. */
export function contentOf(name: string, bytes: Uint8Array<ArrayBuffer>): FileContent {
  const text = textOf(bytes);
  return { name, bytes, text, json: text === undefined ? undefined : parseJson(text) };
}

/** The value of a JSON text; undefined where it is none. What it answers is data alone: no member of it runs or inherits. */
export function parseJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function textOf(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (isLittle || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const units = new DataView(bytes.buffer, bytes.byteOffset, bytes.length - (bytes.length % 2));
    let text = "";
    for (let at = 2; at < units.byteLength; at += 2) text += String.fromCharCode(units.getUint16(at, isLittle));
    return text.toWellFormed();
  }
  const text = fromUtf8(bytes);
  return text?.includes("\0") ? undefined : text;
}
