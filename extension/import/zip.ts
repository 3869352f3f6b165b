import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { fromUtf8 } from "./bytes.ts";
import { inflate } from "./inflate.ts";
import { importLimits } from "./limits.ts";
import { crc32, openAesMember, openZipCrypto } from "./zip-password.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A member of a zip, as its central directory lists it (APPNOTE.TXT 4.3.12). */
export interface ZipMember {
  name: string;
  isEncrypted: boolean;
  method: number;
  crc: number;
  /** The high byte that ZipCrypto's header ends with. */
  check: number;
  packed: Bytes;
  extra: Bytes;
}

const signatures = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 } as const;
const methods = { stored: 0, deflated: 8, aes: 99 } as const;

/** Whether it begins as a zip with a member does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The members of a zip; nothing is unpacked. `damaged`: its directory does not hold together, or is of Zip64. */
export function listZip(bytes: Bytes): Outcome<ZipMember[], "damaged" | "too_large"> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = findEnd(view);
  if (end === undefined) return fail("damaged");
  const count = view.getUint16(end + 10, true);
  if (count > importLimits.members) return fail("too_large");
  const members: ZipMember[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== signatures.central) return fail("damaged");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const nameEnd = at + 46 + nameLength;
    const packed = packedBytes(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true));
    if (!packed || nameEnd + extraLength > bytes.length) return fail("damaged");
    const flags = view.getUint16(at + 8, true);
    const crc = view.getUint32(at + 16, true);
    members.push({
      name: fromUtf8(bytes.subarray(at + 46, nameEnd)) ?? "",
      isEncrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc,
      // Where the sizes follow the data, the time stands in for the checksum (APPNOTE.TXT 6.1.6).
      check: (flags & 8) !== 0 ? view.getUint16(at + 12, true) >> 8 : crc >>> 24,
      packed,
      extra: bytes.subarray(nameEnd, nameEnd + extraLength),
    });
    at = nameEnd + extraLength + view.getUint16(at + 32, true);
  }
  return ok(members);
}

/** Unpacks one member, no further than the limit, whatever size it claims. */
export async function unzip(
  member: ZipMember,
  password: string | undefined,
): Promise<Outcome<Bytes, "damaged" | "too_large" | "password_needed" | "wrong_password">> {
  let { method, packed } = member;
  if (member.isEncrypted) {
    if (password === undefined) return fail("password_needed");
    const opened =
      method === methods.aes ? await openAesMember(packed, member.extra, password) : openZipCrypto(member, password);
    if (!opened.ok) return opened;
    ({ method, packed } = opened.value);
  }
  const plain =
    method === methods.stored
      ? ok(packed)
      : method === methods.deflated
        ? await inflate(packed, "deflate-raw", importLimits.memberBytes)
        : fail("damaged");
  if (!plain.ok) return member.isEncrypted && plain.code === "damaged" ? fail("wrong_password") : plain;
  if (plain.value.length > importLimits.memberBytes) return fail("too_large");
  // AES members are authenticated, and may leave the checksum out.
  if (member.method !== methods.aes && crc32(plain.value) !== member.crc) {
    return fail(member.isEncrypted ? "wrong_password" : "damaged");
  }
  return plain;
}

function findEnd(view: DataView): number | undefined {
  // The end record is 22 bytes and a comment of 65,535 at the most.
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === signatures.end) return at;
  }
  return undefined;
}

function packedBytes(bytes: Bytes, view: DataView, at: number, size: number): Bytes | undefined {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== signatures.local) return undefined;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return start + size <= bytes.length ? bytes.subarray(start, start + size) : undefined;
}
