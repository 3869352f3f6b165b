import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { fromBase64, fromHex, fromUtf8, toHex } from "../bytes.ts";
import type { ReadOptions } from "../format.ts";
import { inflate } from "../inflate.ts";
import { importLimits } from "../limits.ts";
import type { ImportFailure } from "../result.ts";
import { readXml, type XmlElement } from "../xml.ts";
import { openContent, sha512 } from "./content.ts";
import { headerFields, littleNumber, readHeader } from "./header.ts";
import { compositeKey, sha256, transformedKey } from "./key.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Which stream hides the values that are protected, and its key. */
interface Inner {
  stream: number | undefined;
  key: Bytes;
  xml: Bytes;
}

const streams = { salsa20: 2, chacha20: 3 } as const;
const salsaNonce = fromHex("e830094b97205d2a") ?? new Uint8Array(8);

/** The XML inside a KDBX database of version 3 or 4, with the values in it that are protected laid open. */
export async function openKdbx(file: Bytes, options: ReadOptions): Promise<Outcome<XmlElement, ImportFailure>> {
  const header = readHeader(file);
  if (!header.ok) return header;
  if (options.password === undefined && !options.keyFile) return fail("password_needed");
  const { major, fields } = header.value;
  const cipher = toHex(fields.get(headerFields.cipher) ?? new Uint8Array());
  const composite = await compositeKey(options.password ?? "", options.keyFile);
  const transformed = await transformedKey(header.value, composite, options);
  if (!transformed.ok) return transformed;
  const content = await openContent(header.value, cipher, transformed.value);
  if (!content.ok) return content;
  const isPacked = littleNumber(fields.get(headerFields.compression)) === 1;
  const plain = isPacked ? await inflate(content.value, "gzip", importLimits.databaseBytes) : content;
  if (!plain.ok) return plain;
  const inner =
    major === 4
      ? innerHeader(plain.value)
      : {
          stream: littleNumber(fields.get(headerFields.innerStream)),
          key: fields.get(headerFields.innerKey) ?? new Uint8Array(),
          xml: plain.value,
        };
  const root = inner ? readXml(fromUtf8(inner.xml) ?? "") : fail("damaged");
  if (!inner || !root.ok || !(await layOpen(root.value, inner))) return fail("damaged");
  return ok(root.value);
}

/** Version 4 begins its content with fields of its own, files that are attached among them, which are passed over. */
function innerHeader(bytes: Bytes): Inner | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let stream: number | undefined;
  let key: Bytes = new Uint8Array();
  for (let at = 0; at + 5 <= bytes.length; ) {
    const [id, end] = [bytes[at], at + 5 + view.getUint32(at + 1, true)];
    if (end > bytes.length) return undefined;
    const value = bytes.slice(at + 5, id === 3 ? at + 5 : end);
    at = end;
    if (id === 0) return { stream, key, xml: bytes.subarray(at) };
    if (id === 1) stream = littleNumber(value);
    if (id === 2) key = value;
  }
  return undefined;
}

/** Puts the plain text into every element that says it is protected; one stream hides them all, in their order. */
async function layOpen(root: XmlElement, { stream, key }: Inner): Promise<boolean> {
  const hidden = protectedElements(root);
  if (hidden.length === 0) return true;
  const sealed = hidden.map(({ text }) => fromBase64(text) ?? new Uint8Array());
  const zeros = new Uint8Array(sealed.reduce((length, bytes) => length + bytes.length, 0));
  const mask = await maskOf(stream, key, zeros);
  if (!mask) return false;
  let at = 0;
  for (const [index, bytes] of sealed.entries()) {
    const element = hidden[index];
    if (element) element.text = new TextDecoder().decode(bytes.map((byte, place) => byte ^ (mask[at + place] ?? 0)));
    at += bytes.length;
  }
  return true;
}

async function maskOf(stream: number | undefined, key: Bytes, zeros: Bytes): Promise<Uint8Array | undefined> {
  if (stream === streams.salsa20) {
    const { salsa20 } = await import("@noble/ciphers/salsa.js");
    return salsa20(await sha256(key), salsaNonce, zeros);
  }
  if (stream !== streams.chacha20) return undefined;
  const { chacha20 } = await import("@noble/ciphers/chacha.js");
  const hashed = await sha512(key);
  return chacha20(hashed.slice(0, 32), hashed.slice(32, 44), zeros);
}

/** In the order of the document, which is how deep it may be nested and no deeper. */
function protectedElements(element: XmlElement): XmlElement[] {
  const own = element.attributes.get("Protected")?.toLowerCase() === "true" ? [element] : [];
  return [...own, ...element.children.flatMap(protectedElements)];
}
