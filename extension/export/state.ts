import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { saveFile } from "../../shared/panel/save-file.ts";
import type { CodesState } from "../codes/state.ts";
import { onDisk } from "../storage.ts";
import { isEasyToGuess } from "../vault/lock-rules.ts";
import { browserPlace } from "../vault/place.ts";
import { takeOut } from "../vault/take-out.ts";
import { googleLinks } from "./formats/google.ts";
import { whatIsWritten } from "./what-is-written.ts";
import { exportWords } from "./words.ts";
import { type ExportKind, fileName, isSealed, programOf, writeFile } from "./write-file.ts";

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
  /** How many codes have been written as the kind that is chosen; null until then. */
  done: ReadonlySignal<number | null>;
  /** The names of those that the program of the chosen kind would make wrong codes of; they aren't written. */
  leftOut: ReadonlySignal<string[]>;
  /** How many there are to write. */
  count: ReadonlySignal<number>;
  /** What the QR codes of Google's export hold, once they are asked for; none for the other kinds. */
  pages: ReadonlySignal<string[]>;
  submit: () => Promise<void>;
}

/** Code points of a backup's passphrase (promise P2). */
export const leastPassphrase = 8;

/** An export of all that `codes` shows, or of those with these ids; `confirm` is asked before plain keys. */
export function createExport(codes: CodesState, confirm: () => Promise<boolean>, ids?: readonly string[]): ExportState {
  const kind = signal<ExportKind>("backup");
  const passphrase = signal("");
  const repeated = signal("");
  const isPlain = signal(false);
  const understood = signal(false);
  const pages = signal<string[]>([]);
  const isSealedNow = computed(() => isSealed(kind.value, isPlain.value));
  const sorted = computed(() => {
    const entries = codes.vault.value.at === "open" ? codes.vault.value.entries : [];
    return whatIsWritten(entries, programOf(kind.value), ids);
  });
  const lastRefusal = signal<{ code: ExportRefusal } | null>(null);
  const progress = signal<number | null>(null);
  const written = signal<{ as: string; count: number } | null>(null);
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
    done: computed(() => (written.value?.as === chosen.value ? written.value.count : null)),
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
      const { fitting, isWhole } = whatIsWritten(taken.value, programOf(kind.value), ids);
      if (kind.value === "google") {
        pages.value = googleLinks(fitting, crypto.getRandomValues(new Int32Array(1))[0] ?? 0);
        written.value = { as: asked, count: fitting.length };
        return;
      }
      progress.value = 0;
      const now = new Date();
      const onProgress = (share: number) => {
        progress.value = share;
      };
      const sealing = isSealedNow.value ? passphrase.value : undefined;
      const file = await writeFile(kind.value, fitting, sealing, now, onProgress).catch(() => null);
      progress.value = null;
      if (file === null) {
        codes.said.value = { what: "told", text: exportWords.notWritten, isFailure: true };
        return;
      }
      saveFile(fileName(kind.value, now), file);
      written.value = { as: asked, count: fitting.length };
      const noted = isWhole ? onDisk("lastBackupAt").write(new Date().toISOString()) : Promise.resolve();
      await noted.catch(() => {
        codes.said.value = { what: "told", text: exportWords.notNoted, isFailure: true };
      });
      // Not a moment longer than they are needed.
      passphrase.value = "";
      repeated.value = "";
    },
  };
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
