import type { VaultEntry } from "../vault/entry.ts";
import type { Program } from "./fits.ts";
import { aegisExport } from "./formats/aegis.ts";
import { aegisSealed } from "./formats/aegis-sealed.ts";
import { enteExport, enteSealed } from "./formats/ente.ts";
import { drawBackupRandom, makeBackup } from "./formats/latchkey-backup.ts";
import { twoFasExport } from "./formats/two-fas.ts";
import { twoFasSealed } from "./formats/two-fas-sealed.ts";
import { uriListExport } from "./formats/uri-list.ts";
import { drawRandom } from "./seal-file.ts";

/** What accounts can be written as. */
export const exportKinds = ["backup", "aegis", "two-fas", "ente", "google", "links"] as const;
export type ExportKind = (typeof exportKinds)[number];

/** The kinds that a passphrase seals, unless the person asks for them without; our own always. */
const sealable: readonly ExportKind[] = ["backup", "aegis", "two-fas", "ente"];

/** Whether a passphrase seals what would be written. */
export function isSealed(kind: ExportKind, isPlain: boolean): boolean {
  return kind === "backup" || (sealable.includes(kind) && !isPlain);
}

/** Whether it can be chosen that nothing seals it. */
export function canBePlain(kind: ExportKind): boolean {
  return kind !== "backup" && sealable.includes(kind);
}

/** The program that makes the codes then; none where the file says all that Latchkey does. */
export function programOf(kind: ExportKind): Program | undefined {
  return kind === "backup" || kind === "links" ? undefined : kind;
}

/** The text of a file of `entries`; `sealing` is the passphrase, where one seals it. */
export async function writeFile(
  kind: Exclude<ExportKind, "google">,
  entries: readonly VaultEntry[],
  sealing: string | undefined,
  now: Date,
  onProgress: (share: number) => void,
): Promise<string> {
  const newId = () => crypto.randomUUID();
  const options = { onProgress };
  switch (kind) {
    case "backup":
      return await makeBackup(entries, sealing ?? "", now, drawBackupRandom(), options);
    case "aegis":
      return sealing === undefined
        ? aegisExport(entries, newId)
        : await aegisSealed(entries, sealing, newId, drawRandom, options);
    case "two-fas":
      return sealing === undefined
        ? twoFasExport(entries, now, newId)
        : await twoFasSealed(entries, sealing, now, newId, drawRandom);
    case "ente":
      return sealing === undefined ? enteExport(entries) : await enteSealed(entries, sealing, drawRandom, options);
    case "links":
      return uriListExport(entries);
  }
}

/** What the file is called, by the day. */
export function fileName(kind: Exclude<ExportKind, "google">, now: Date): string {
  const names = {
    backup: "backup.json",
    aegis: "aegis.json",
    "two-fas": "2fas.2fas",
    ente: "ente.txt",
    links: "links.txt",
  };
  return `latchkey-${now.toISOString().slice(0, 10)}-${names[kind]}`;
}
