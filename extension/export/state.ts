import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { saveFile } from "../../shared/panel/save-file.ts";
import type { CodesState } from "../codes/state.ts";
import { isEasyToGuess } from "../lock/rules.ts";
import { onDisk } from "../storage.ts";
import { browserPlace } from "../vault/place.ts";
import { takeOut } from "../vault/take-out.ts";
import { aegisExport } from "./formats/aegis.ts";
import { drawBackupRandom, makeBackup } from "./formats/latchkey-backup.ts";
import { twoFasExport } from "./formats/two-fas.ts";
import { uriListExport } from "./formats/uri-list.ts";
import { exportWords } from "./words.ts";

/** What accounts can be written as; all but the first can be read by anybody who has the file. */
export const exportKinds = ["backup", "aegis", "two-fas", "links"] as const;
export type ExportKind = (typeof exportKinds)[number];

/** Why nothing was written: the passphrase, or that the person has not said they know what a plain file means. */
export type ExportRefusal = "too_short" | "too_easy" | "not_same" | "not_understood";

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

/** An export of the accounts that `codes` shows; `confirm` is asked before keys are written that nothing seals. */
export function createExport(codes: CodesState, confirm: () => Promise<boolean>): ExportState {
  const kind = signal<ExportKind>("backup");
  const passphrase = signal("");
  const repeated = signal("");
  const understood = signal(false);
  const lastRefusal = signal<{ code: ExportRefusal } | null>(null);
  const progress = signal<number | null>(null);
  const writtenAs = signal<ExportKind | null>(null);
  /** The passphrase that was last found to be too easy to guess. */
  const easy = signal<string | null>(null);
  const problem = computed(() =>
    kind.value === "backup" && passphrase.value === easy.value
      ? "too_easy"
      : refusalOf(kind.value, passphrase.value, repeated.value, understood.value),
  );
  return {
    kind,
    passphrase,
    repeated,
    understood,
    refused: computed(() => (lastRefusal.value?.code === problem.value ? lastRefusal.value : null)),
    progress,
    done: computed(() => writtenAs.value === kind.value),
    async submit() {
      if (kind.value === "backup" && (await isEasy(passphrase.value))) easy.value = passphrase.value;
      const code = problem.value;
      lastRefusal.value = code && { code };
      const vault = codes.vault.value;
      if (code || progress.value !== null || vault.at !== "open") return;
      writtenAs.value = null;
      if (kind.value !== "backup" && !(await confirm())) return;
      const taken = await takeOut(browserPlace);
      if (!taken.ok) {
        codes.said.value = { what: "told", text: exportWords.notTakenOut, isFailure: true };
        return;
      }
      progress.value = 0;
      const now = new Date();
      const onProgress = (share: number) => {
        progress.value = share;
      };
      const entries = taken.value;
      const file =
        kind.value === "backup"
          ? await makeBackup(entries, passphrase.value, now, drawBackupRandom(), { onProgress })
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

async function isEasy(passphrase: string): Promise<boolean> {
  if ([...passphrase.normalize("NFC")].length < leastPassphrase) return false;
  const { estimate } = await import("../lock/estimate.ts");
  return isEasyToGuess(estimate(passphrase));
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
