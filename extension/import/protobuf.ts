import { fail, type Outcome, ok } from "../../shared/outcome.ts";

/** One field of a protobuf message: a number, or the bytes of a string, of bytes or of a message. */
export interface ProtobufField {
  number: number;
  value: bigint | Uint8Array<ArrayBuffer>;
}

/**
 * The fields of a protobuf message in their order (protobuf.dev/programming-guides/encoding). `damaged`: a length or a
 * number runs past the end, or there is a wire type that no writer of today uses.
 */
export function readProtobuf(bytes: Uint8Array<ArrayBuffer>): Outcome<ProtobufField[], "damaged"> {
  const fields: ProtobufField[] = [];
  let at = 0;
  const varint = (): bigint | undefined => {
    let value = 0n;
    // Ten bytes of seven bits hold the 64 that there can be.
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) return undefined;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asUintN(64, value);
    }
    return undefined;
  };
  const take = (length: number): Uint8Array<ArrayBuffer> | undefined => {
    if (length > bytes.length - at) return undefined;
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const tag = varint();
    if (tag === undefined || tag >> 3n === 0n || tag >> 3n > 0x1fffffffn) return fail("damaged");
    const value = fieldValue(Number(tag & 7n), varint, take);
    if (value === undefined) return fail("damaged");
    fields.push({ number: Number(tag >> 3n), value });
  }
  return ok(fields);
}

function fieldValue(
  wireType: number,
  varint: () => bigint | undefined,
  take: (length: number) => Uint8Array<ArrayBuffer> | undefined,
): ProtobufField["value"] | undefined {
  switch (wireType) {
    case 0:
      return varint();
    case 1:
      return take(8);
    case 2: {
      const length = varint();
      return length === undefined || length > 0x7fffffffn ? undefined : take(Number(length));
    }
    case 5:
      return take(4);
    default:
      return undefined;
  }
}
