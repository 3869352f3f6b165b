import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { contentOf, type FileContent } from "./content.ts";
import type { ReadOptions } from "./format.ts";
import { isKdbx } from "./kdbx/header.ts";
import { importLimits } from "./limits.ts";
import { recognise } from "./recognise.ts";
import type { Imported, ImportFailure } from "./result.ts";
import { isZip, listZip, unzip, type ZipMember } from "./zip.ts";

/** Members of a zip that programs put their accounts into, the surest first. */
const knownMembers = [
  /(^|\/)export\.data$/i,
  /(^|\/)raivo-otp-export\.json$/i,
  /(^|\/)data\.json$/i,
  /\.(json|txt|csv|xml|2fas)$/i,
];
const onlyPgp = /\.(pgp|gpg|asc)$/i;

/**
 * Reads a file of another program, or a backup of ours (promise E5): it is taken for hostile, recognised by what is in
 * it, and bounded in size, in depth, and in what its password may cost.
 */
export async function readImportFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  options: ReadOptions,
): Promise<Outcome<Imported, ImportFailure>> {
  if (bytes.length > (isKdbx(bytes) ? importLimits.databaseBytes : importLimits.fileBytes)) return fail("too_large");
  const content = isZip(bytes) ? await openMember(bytes, options.password) : ok(contentOf(name, bytes));
  if (!content.ok) return content;
  if (content.value.text?.trimStart().startsWith("-----BEGIN PGP MESSAGE")) return fail("other_key");
  const format = recognise(content.value);
  return format ? await format.read(content.value, options) : fail("not_recognised");
}

async function openMember(
  bytes: Uint8Array<ArrayBuffer>,
  password: string | undefined,
): Promise<Outcome<FileContent, ImportFailure>> {
  const members = listZip(bytes);
  if (!members.ok) return members;
  const member = memberOf(members.value);
  if (!member) return fail(members.value.some(({ name }) => onlyPgp.test(name)) ? "other_key" : "not_recognised");
  const plain = await unzip(member, password);
  return plain.ok ? ok(contentOf(member.name, plain.value)) : plain;
}

function memberOf(members: readonly ZipMember[]): ZipMember | undefined {
  for (const known of knownMembers) {
    const member = members.find(({ name }) => known.test(name));
    if (member) return member;
  }
  return undefined;
}
