import { ECDSASigValue } from "@peculiar/asn1-ecc";
import { AsnParser } from "@peculiar/asn1-schema";
import { describe, expect, it } from "vitest";
import { readEcdsaSignature } from "../../../worker/passkey/ecdsa-signature.ts";

/** A signature of whatever numbers are given, as DER writes them. */
function derOf(...numbers: number[][]): Uint8Array<ArrayBuffer> {
  const body = numbers.flatMap((bytes) => [0x02, bytes.length, ...bytes]);
  return new Uint8Array([0x30, body.length, ...body]);
}

describe("an ECDSA signature in DER", () => {
  it("is read as a library for all of ASN.1 reads it, whatever the numbers", () => {
    for (let length = 1; length <= 48; length++) {
      const bytes = crypto.getRandomValues(new Uint8Array(length));
      const number = (bytes[0] ?? 0) > 127 ? [0, ...bytes] : [(bytes[0] ?? 0) | 1, ...bytes.subarray(1)];
      const der = derOf(number, [0, 200, ...bytes].slice(0, 49));
      const theirs = AsnParser.parse(der, ECDSASigValue);
      const ours = readEcdsaSignature(der);
      expect([ours.r, ours.s]).toEqual([new Uint8Array(theirs.r), new Uint8Array(theirs.s)]);
    }
  });

  it.each([
    ["nothing", []],
    ["no sequence", [0x31, 6, 2, 1, 1, 2, 1, 1]],
    ["another type of number", [0x30, 6, 2, 1, 1, 3, 1, 1]],
    ["one number", [...derOf([1])]],
    ["three numbers", [...derOf([1], [1], [1])]],
    ["a length that ends early", [0x30, 5, 2, 1, 1, 2, 1, 1]],
    ["a length beyond the end", [0x30, 7, 2, 1, 1, 2, 1, 1]],
    ["a number beyond the end", [0x30, 6, 2, 1, 1, 2, 2, 1]],
    ["something after it", [...derOf([1], [1]), 0]],
    ["the long form of a length", [0x30, 0x81, 6, 2, 1, 1, 2, 1, 1]],
    ["an empty number", [...derOf([], [1])]],
    ["a negative number", [...derOf([128], [1])]],
    ["a zero too many", [...derOf([1], [0, 1])]],
  ])("is refused with %s", (_, bytes) => {
    expect(() => readEcdsaSignature(new Uint8Array(bytes))).toThrow(TypeError);
  });
});
