import { fail, type Outcome, ok } from "../../shared/outcome.ts";

const marks = { null: 0x70, object: 0x73, classDescriptor: 0x72, string: 0x74, block: 0x77, end: 0x78 } as const;

/** Whether it begins as a serialized Java object does. */
export function isJavaObject(bytes: Uint8Array): boolean {
  return bytes[0] === 0xac && bytes[1] === 0xed && bytes[2] === 0 && bytes[3] === 5;
}

/**
 * A serialized `java.util.HashMap` of strings (Java Object Serialization Specification, chapter 6). Nothing else is
 * read: no other class is known here, so none can be made.
 */
export function readJavaMap(bytes: Uint8Array<ArrayBuffer>): Outcome<Map<string, string>, "damaged"> {
  const reader = readerOf(bytes);
  if (!isJavaObject(bytes) || !reader.skip(4) || reader.byte() !== marks.object) return fail("damaged");
  if (reader.byte() !== marks.classDescriptor || reader.text() !== "java.util.HashMap") return fail("damaged");
  // Its serial version and flags.
  if (!reader.skip(9)) return fail("damaged");
  let fieldBytes = 0;
  for (let fields = reader.short() ?? 0; fields > 0; fields--) {
    // A float and an int; both have four bytes.
    if (![0x46, 0x49].includes(reader.byte() ?? 0) || reader.text() === undefined) return fail("damaged");
    fieldBytes += 4;
  }
  if (reader.byte() !== marks.end || reader.byte() !== marks.null || !reader.skip(fieldBytes)) return fail("damaged");
  // A block with the capacity, which is no matter here, and the size.
  if (reader.byte() !== marks.block || reader.byte() !== 8 || !reader.skip(4)) return fail("damaged");
  const size = reader.int();
  // A key and a value have three bytes each at the least.
  if (size === undefined || size > bytes.length / 6) return fail("damaged");
  const map = new Map<string, string>();
  for (let pair = 0; pair < size; pair++) {
    const key = reader.byte() === marks.string ? reader.text() : undefined;
    const value = reader.byte() === marks.string ? reader.text() : undefined;
    if (key === undefined || value === undefined) return fail("damaged");
    map.set(key, value);
  }
  return ok(map);
}

/** Reads on from where it is; undefined past the end. */
function readerOf(bytes: Uint8Array<ArrayBuffer>) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const next = (length: number): number | undefined => {
    if (length > bytes.length - at) return undefined;
    at += length;
    return at - length;
  };
  const read = (length: number, get: (at: number) => number): number | undefined => {
    const start = next(length);
    return start === undefined ? undefined : get(start);
  };
  const short = () => read(2, (start) => view.getUint16(start));
  return {
    byte: () => read(1, (start) => view.getUint8(start)),
    short,
    int: () => read(4, (start) => view.getUint32(start)),
    skip: (length: number) => next(length) !== undefined,
    text() {
      const length = short();
      const start = length === undefined ? undefined : next(length);
      return start === undefined ? undefined : modifiedUtf8(bytes.subarray(start, at));
    },
  };
}

/** Java writes each half of a surrogate pair, and NUL, as a character of its own (java.io.DataInput). */
function modifiedUtf8(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const one = bytes[at++] ?? 0;
    if (one < 0x80) text += String.fromCharCode(one);
    else if (one < 0xe0) text += String.fromCharCode(((one & 31) << 6) | ((bytes[at++] ?? 0) & 63));
    else text += String.fromCharCode(((one & 15) << 12) | (((bytes[at++] ?? 0) & 63) << 6) | ((bytes[at++] ?? 0) & 63));
  }
  return text.toWellFormed();
}
