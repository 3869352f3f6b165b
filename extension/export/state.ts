import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { saveFile } from "../../shared/panel/recovery-code/codes-file.ts";
import type { CodesState } from "../codes/state.ts";
import { onDisk } from "../storage.ts";
import { aegisExport } from "./formats/aegis.ts";
import { drawBackupRandom, makeBackup } from "./formats/latchkey-backup.ts";
import { twoFasExport } from "./formats/two-fas.ts";
import { uriListExport } from "./formats/uri-list.ts";

/** What accounts can be written as; all but the first can be read by anybody who has the file. */
export const exportKinds = ["backup", "aegis", "two-fas", "links"] as const;
export type ExportKind = (typeof exportKinds)[number];

/** Why nothing was written: the passphrase, or that the person has not said they know what a plain file means. */
export type ExportRefusal = "too_short" | "not_same" | "not_understood";

/** Accounts that are being written to a file. */
export interface ExportState {
  kind: Signal<ExportKind>;
  passphrase: Signal<string>;
  repeated: Signal<string>;
  understood: Signal<boolean>;
  /** Why it was not written, until it is mended; a new object at each try. */
  refused: ReadonlySignal<{ code: ExportRefusal } | null>;
  /** Null while nothing is under way; how much is done, 0 to 1. */
  progress: ReadonlySignal<number | null>;
  /** Whether it has been written as the kind that is chosen. */
  done: ReadonlySignal<boolean>;
  submit: () => Promise<void>;
}

/** Code points of a backup's passphrase (promise P2). */
export const leastPassphrase = 8;

/** An export of the accounts that `codes` shows. */
export function createExport(codes: CodesState): ExportState {
  const kind = signal<ExportKind>("backup");
  const passphrase = signal("");
  const repeated = signal("");
  const understood = signal(false);
  const lastRefusal = signal<{ code: ExportRefusal } | null>(null);
  const progress = signal<number | null>(null);
  const writtenAs = signal<ExportKind | null>(null);
  const problem = computed(() => refusalOf(kind.value, passphrase.value, repeated.value, understood.value));
  return {
    kind,
    passphrase,
    repeated,
    understood,
    refused: computed(() => (lastRefusal.value?.code === problem.value ? lastRefusal.value : null)),
    progress,
    done: computed(() => writtenAs.value === kind.value),
    async submit() {
      const code = problem.value;
      lastRefusal.value = code && { code };
      const vault = codes.vault.value;
      if (code || progress.value !== null || vault.at !== "open") return;
      progress.value = 0;
      writtenAs.value = null;
      const now = new Date();
      const onProgress = (share: number) => {
        progress.value = share;
      };
      const { entries } = vault;
      const file =
        kind.value === "backup"
          ? await makeBackup(entries, passphrase.value, now, drawBackupRandom(), onProgress)
          : plainFile(kind.value, entries, now);
      saveFile(fileName(kind.value, now), file);
      await onDisk("lastBackupAt").write(new Date().toISOString());
      progress.value = null;
      writtenAs.value = kind.value;
      // Not a moment longer than they are needed.
      passphrase.value = "";
      repeated.value = "";
    },
  };
}

/** What is still missing before the accounts can be written; null where nothing is. */
export function refusalOf(
  kind: ExportKind,
  passphrase: string,
  repeated: string,
  isUnderstood: boolean,
): ExportRefusal | null {
  if (kind !== "backup") return isUnderstood ? null : "not_understood";
  if ([...passphrase.normalize("NFC")].length < leastPassphrase) return "too_short";
  return passphrase.normalize("NFC") === repeated.normalize("NFC") ? null : "not_same";
}

function plainFile(
  kind: Exclude<ExportKind, "backup">,
  entries: Parameters<typeof uriListExport>[0],
  now: Date,
): string {
  const newId = () => crypto.randomUUID();
  if (kind === "aegis") return aegisExport(entries, newId);
  return kind === "two-fas" ? twoFasExport(entries, now, newId) : uriListExport(entries);
}

function fileName(kind: ExportKind, now: Date): string {
  const names = { backup: "backup.json", aegis: "aegis.json", "two-fas": "2fas.2fas", links: "links.txt" };
  return `latchkey-${now.toISOString().slice(0, 10)}-${names[kind]}`;
}
