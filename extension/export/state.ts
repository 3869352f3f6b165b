import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { saveFile } from "../../shared/panel/save-file.ts";
import type { CodesState } from "../codes/state.ts";
import { isEasyToGuess } from "../lock/rules.ts";
import { onDisk } from "../storage.ts";
import type { VaultEntry } from "../vault/entry.ts";
import { browserPlace } from "../vault/place.ts";
import { takeOut } from "../vault/take-out.ts";
import { sortByFit } from "./fits.ts";
import { aegisExport } from "./formats/aegis.ts";
import { aegisSealed } from "./formats/aegis-sealed.ts";
import { enteExport, enteSealed } from "./formats/ente.ts";
import { googleLinks } from "./formats/google.ts";
import { drawBackupRandom, makeBackup } from "./formats/latchkey-backup.ts";
import { twoFasExport } from "./formats/two-fas.ts";
import { twoFasSealed } from "./formats/two-fas-sealed.ts";
import { uriListExport } from "./formats/uri-list.ts";
import { drawRandom } from "./seal-file.ts";
import { exportWords } from "./words.ts";

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

/** Why nothing was written: the passphrase, or that the person has not said they know what a plain file means. */
export type ExportRefusal = "too_short" | "too_easy" | "not_same" | "not_understood";

/** Accounts that are being written to a file. */
export interface ExportState {
  kind: Signal<ExportKind>;
  passphrase: Signal<string>;
  repeated: Signal<string>;
  /** Whether the person asks for a file without encryption, where there's a choice. */
  isPlain: Signal<boolean>;
  understood: Signal<boolean>;
  /** Why it was not written, until it is mended; a new object at each try. */
  refused: ReadonlySignal<{ code: ExportRefusal } | null>;
  /** Null while nothing is under way; how much is done, 0 to 1. */
  progress: ReadonlySignal<number | null>;
  /** Whether it has been written as the kind that is chosen. */
  done: ReadonlySignal<boolean>;
  /** The names of those that the program of the chosen kind would make wrong codes of; they aren't written. */
  leftOut: ReadonlySignal<string[]>;
  /** How many are written. */
  count: ReadonlySignal<number>;
  /** What the QR codes of Google's export hold, once they are asked for; none for the other kinds. */
  pages: ReadonlySignal<string[]>;
  submit: () => Promise<void>;
}

/** Code points of a backup's passphrase (promise P2). */
export const leastPassphrase = 8;

/** An export of what `codes` shows, which is no backup of all where `isPart`; `confirm` is asked before plain keys. */
export function createExport(codes: CodesState, confirm: () => Promise<boolean>, isPart = false): ExportState {
  const kind = signal<ExportKind>("backup");
  const passphrase = signal("");
  const repeated = signal("");
  const isPlain = signal(false);
  const understood = signal(false);
  const pages = signal<string[]>([]);
  const isSealedNow = computed(() => isSealed(kind.value, isPlain.value));
  const sorted = computed(() => {
    const entries = codes.vault.value.at === "open" ? codes.vault.value.entries : [];
    return fits(kind.value, entries);
  });
  const lastRefusal = signal<{ code: ExportRefusal } | null>(null);
  const progress = signal<number | null>(null);
  const written = signal<string | null>(null);
  const chosen = computed(() => `${kind.value} ${isSealedNow.value}`);
  /** The passphrase that was last found to be too easy to guess. */
  const easy = signal<string | null>(null);
  const problem = computed(() =>
    isSealedNow.value && passphrase.value === easy.value
      ? "too_easy"
      : refusalOf(isSealedNow.value, passphrase.value, repeated.value, understood.value),
  );
  return {
    kind,
    passphrase,
    repeated,
    isPlain,
    understood,
    leftOut: computed(() => sorted.value.leftOut),
    count: computed(() => sorted.value.fitting.length),
    pages: computed(() => (kind.value === "google" ? pages.value : [])),
    refused: computed(() => (lastRefusal.value?.code === problem.value ? lastRefusal.value : null)),
    progress,
    done: computed(() => written.value === chosen.value),
    async submit() {
      if (isSealedNow.value && (await isEasy(passphrase.value))) easy.value = passphrase.value;
      const code = problem.value;
      lastRefusal.value = code && { code };
      if (code || progress.value !== null || codes.vault.value.at !== "open") return;
      written.value = null;
      if (!isSealedNow.value && !(await confirm())) return;
      const asked = chosen.value;
      // What is written is what the vault gives out now, which an organisation's rules can refuse.
      const taken = await takeOut(browserPlace);
      if (!taken.ok) {
        codes.said.value = { what: "told", text: exportWords.notTakenOut, isFailure: true };
        return;
      }
      const { fitting } = fits(kind.value, taken.value);
      if (kind.value === "google") {
        pages.value = googleLinks(fitting, crypto.getRandomValues(new Int32Array(1))[0] ?? 0);
        return;
      }
      progress.value = 0;
      const now = new Date();
      const onProgress = (share: number) => {
        progress.value = share;
      };
      const sealing = isSealedNow.value ? passphrase.value : undefined;
      saveFile(fileName(kind.value, now), await fileOf(kind.value, fitting, sealing, now, onProgress));
      if (!isPart) await onDisk("lastBackupAt").write(new Date().toISOString());
      progress.value = null;
      written.value = asked;
      // Not a moment longer than they are needed.
      passphrase.value = "";
      repeated.value = "";
    },
  };
}

function fits(kind: ExportKind, entries: readonly VaultEntry[]) {
  return sortByFit(kind === "backup" || kind === "links" ? undefined : kind, entries);
}

/** What is still missing before the accounts can be written; null where nothing is. */
export function refusalOf(
  isSealed: boolean,
  passphrase: string,
  repeated: string,
  isUnderstood: boolean,
): ExportRefusal | null {
  if (!isSealed) return isUnderstood ? null : "not_understood";
  if ([...passphrase.normalize("NFC")].length < leastPassphrase) return "too_short";
  return passphrase.normalize("NFC") === repeated.normalize("NFC") ? null : "not_same";
}

async function isEasy(passphrase: string): Promise<boolean> {
  if ([...passphrase.normalize("NFC")].length < leastPassphrase) return false;
  const { estimate } = await import("../lock/estimate.ts");
  return isEasyToGuess(estimate(passphrase));
}

/** `sealing` is the passphrase, where one seals the file. */
async function fileOf(
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

function fileName(kind: Exclude<ExportKind, "google">, now: Date): string {
  const names = {
    backup: "backup.json",
    aegis: "aegis.json",
    "two-fas": "2fas.2fas",
    ente: "ente.txt",
    links: "links.txt",
  };
  return `latchkey-${now.toISOString().slice(0, 10)}-${names[kind]}`;
}
