import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { toHex } from "../bytes.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** The header of a KDBX database (keepass.info/help/kb/kdbx.html), of version 3 or 4. */
export interface KdbxHeader {
  major: 3 | 4;
  fields: ReadonlyMap<number, Bytes>;
  /** All of it as it stands in the file. */
  bytes: Bytes;
  /** What follows it. */
  rest: Bytes;
}

/** Fields of the header by number; those from `transformSeed` to `innerStream` are of version 3 alone. */
export const headerFields = {
  end: 0,
  cipher: 2,
  compression: 3,
  masterSeed: 4,
  transformSeed: 5,
  transformRounds: 6,
  nonce: 7,
  innerKey: 8,
  startBytes: 9,
  innerStream: 10,
  kdf: 11,
} as const;

const signature = "03d9a29a67fb4bb5";

/** Whether it begins as a KDBX database does. */
export function isKdbx(bytes: Uint8Array): boolean {
  return toHex(bytes.subarray(0, 8)) === signature;
}

/** The header of a database. `newer`: of a version that isn't known here. */
export function readHeader(file: Bytes): Outcome<KdbxHeader, "damaged" | "newer"> {
  if (!isKdbx(file) || file.length < 12) return fail("damaged");
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const major = view.getUint16(10, true);
  if (major > 4) return fail("newer");
  if (major < 3) return fail("damaged");
  const sizeBytes = major === 4 ? 4 : 2;
  const fields = new Map<number, Bytes>();
  for (let at = 12; at + 1 + sizeBytes <= file.length; ) {
    const id = view.getUint8(at);
    const size = sizeBytes === 4 ? view.getUint32(at + 1, true) : view.getUint16(at + 1, true);
    const start = at + 1 + sizeBytes;
    at = start + size;
    if (at > file.length) return fail("damaged");
    if (id === headerFields.end) {
      return ok({ major: major === 4 ? 4 : 3, fields, bytes: file.slice(0, at), rest: file.slice(at) });
    }
    fields.set(id, file.slice(start, at));
  }
  return fail("damaged");
}

/** A whole number of 4 or 8 bytes, the least first; undefined where there is none. It is not exact beyond 2^53. */
export function littleNumber(bytes: Bytes | undefined): number | undefined {
  if (bytes?.length !== 4 && bytes?.length !== 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return bytes.length === 4 ? view.getUint32(0, true) : Number(view.getBigUint64(0, true));
}

/** The values of a VariantDictionary by their names; undefined where it doesn't hold together. */
export function readDictionary(bytes: Bytes): ReadonlyMap<string, Bytes> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const values = new Map<string, Bytes>();
  let at = 2;
  const take = (): Bytes | undefined => {
    if (at + 4 > bytes.length) return undefined;
    const start = at + 4;
    const end = start + view.getUint32(at, true);
    if (end > bytes.length) return undefined;
    at = end;
    return bytes.slice(start, end);
  };
  while (at < bytes.length) {
    // A type of value; 0 ends it all.
    if (bytes[at++] === 0) return values;
    const name = take();
    const value = take();
    if (!name || !value) return undefined;
    values.set(new TextDecoder().decode(name), value);
  }
  return undefined;
}
