/** Where a code is looked for. */
export type ScanSource =
  | { from: "page" }
  | { from: "clipboard" }
  | { from: "camera" }
  | { from: "image"; image: Blob }
  | { from: "text"; text: string };

/** How an account is added, and where its code is looked for at once. */
export interface ToAdd {
  by: "scan" | "link" | "key";
  source?: ScanSource;
}

/** Files that are read as exports of other programs are, pictures of QR codes among them. */
export interface DroppedFiles {
  from: "files";
  files: File[];
}

/**
 * What a drop or a paste brings that a code may be in: files before a text; undefined where it is neither. One image is
 * looked at as a scan is; any other file, and each of several, is for the import.
 */
export function sourceOf(transfer: DataTransfer): ScanSource | DroppedFiles | undefined {
  // A list of its own: the browser empties the transfer's as soon as the event is over.
  const files = [...transfer.files];
  const [first, second] = files;
  if (first && !second && isImage(first)) return { from: "image", image: first };
  if (first) return { from: "files", files };
  const text = transfer.getData("text/uri-list") || transfer.getData("text/plain");
  const image = imageOf(text);
  if (image) return { from: "image", image };
  return text === "" ? undefined : { from: "text", text };
}

/** Whether a file calls itself a picture. */
export function isImage({ type }: Blob): boolean {
  return type.startsWith("image/");
}

/** Whether a text goes into a field as it is pasted, for it is no more than what the field is for. */
export function isForField(text: string): boolean {
  return !/^\s*data:image\//i.test(text) && !/otpauth-migration:/i.test(text) && text.split(/otpauth:/i).length <= 2;
}

/** The image that a data: address holds, as a QR code on a page often is one. */
function imageOf(address: string): Blob | undefined {
  const [, type, more = "", content] = /^\s*data:(image\/[\w.+-]+)((?:;[\w=.+-]+)*),([\s\S]+)$/i.exec(address) ?? [];
  if (!type || !content) return undefined;
  try {
    if (!/;base64$/i.test(more)) return new Blob([decodeURIComponent(content.trim())], { type });
    return new Blob([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], { type });
  } catch {
    return undefined;
  }
}
