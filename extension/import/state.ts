import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { fail, type Outcome } from "../../shared/outcome.ts";
import type { CodesState } from "../codes/state.ts";
import { codesInImage } from "../scan/look-in.ts";
import { isImage } from "../scan/source.ts";
import { addManyToVault } from "../vault/add-many.ts";
import type { VaultEntry } from "../vault/entry.ts";
import { browserPlace } from "../vault/place.ts";
import { isKdbx } from "./kdbx/header.ts";
import { importLimits } from "./limits.ts";
import { type ImportPlan, planImport } from "./plan.ts";
import { readImportFile } from "./read-file.ts";
import type { Imported, ImportFailure } from "./result.ts";

/** A file that was chosen, or text that was pasted, and how far its reading is. */
export interface ChosenFile {
  id: string;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  password: Signal<string>;
  /** Whether it may need a file beside its password. */
  takesKeyFile: boolean;
  keyFile: Signal<File | null>;
  /** Null while it is being read. */
  read: ReadonlySignal<Outcome<Imported, ImportFailure> | null>;
  /** How much of a long calculation is done, 0 to 1. */
  progress: ReadonlySignal<number>;
  /** Reads it once more, with the password that was typed. */
  open: () => Promise<void>;
}

/** Accounts that are being brought from other programs. */
export interface ImportState {
  files: ReadonlySignal<ChosenFile[]>;
  pasted: Signal<string>;
  plan: ReadonlySignal<ImportPlan>;
  saving: ReadonlySignal<boolean>;
  choose: (files: Iterable<File>) => Promise<void>;
  /** Reads what was pasted as if it were a file. */
  takePasted: () => void;
  leaveOut: (file: ChosenFile) => void;
  submit: () => Promise<void>;
}

/** An import into the vault that `codes` shows, with nothing chosen yet but `text`, if any. */
export function createImport(codes: CodesState, text = ""): ImportState {
  const files = signal<ChosenFile[]>([]);
  const pasted = signal("");
  const saving = signal(false);
  const entries = computed(() => (codes.vault.value.at === "open" ? codes.vault.value.entries : []));
  const plan = computed(() => {
    const read = files.value.flatMap((file) => (file.read.value?.ok ? [file.read.value.value] : []));
    return planImport(entries.value, read);
  });
  const add = (chosen: ChosenFile) => {
    files.value = [...files.value, chosen];
    void chosen.open();
  };
  if (text !== "") add(chosenFile("", new TextEncoder().encode(text)));
  return {
    files,
    pasted,
    plan,
    saving,
    async choose(chosen) {
      for (const file of chosen) add(chosenFile(file.name, await bytesOf(file), isImage(file) ? file : undefined));
    },
    takePasted() {
      if (pasted.value.trim() === "") return;
      add(chosenFile("", new TextEncoder().encode(pasted.value)));
      pasted.value = "";
    },
    leaveOut(file) {
      files.value = files.value.filter((other) => other !== file);
    },
    async submit() {
      const { toAdd } = plan.value;
      if (toAdd.length === 0 || saving.value) return;
      saving.value = true;
      const additions = toAdd.map((entry) => ({ ...entry, id: crypto.randomUUID() }));
      const before = entries.value.length;
      const change = await addManyToVault(browserPlace, new Date(), additions);
      saving.value = false;
      if (!codes.take(change) || !change.ok) return;
      batch(() => {
        codes.open.value = { at: "list" };
        codes.query.value = "";
        codes.said.value = { what: "imported", count: countAdded(change.value, before) };
      });
    },
  };
}

function countAdded(entries: readonly VaultEntry[], before: number): number {
  return Math.max(0, entries.length - before);
}

/** A file that is too large is not even read into memory; that it is too large is said all the same. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  const most = importLimits.databaseBytes + 1;
  return new Uint8Array(await file.slice(0, most).arrayBuffer());
}

/** Reads the links in the QR codes of a picture, as a file that held them would be read. */
async function readImage(name: string, image: Blob): Promise<Outcome<Imported, ImportFailure>> {
  const found = await codesInImage(image);
  if (found.ok) return await readImportFile(name, new TextEncoder().encode(found.value.join("\n")), {});
  return fail(found.code === "not_an_image" ? "damaged" : found.code);
}

function chosenFile(name: string, bytes: Uint8Array<ArrayBuffer>, image?: Blob): ChosenFile {
  const password = signal("");
  const keyFile = signal<File | null>(null);
  const read = signal<Outcome<Imported, ImportFailure> | null>(null);
  const progress = signal(0);
  return {
    id: crypto.randomUUID(),
    name,
    bytes,
    password,
    takesKeyFile: isKdbx(bytes),
    keyFile,
    read,
    progress,
    async open() {
      read.value = null;
      progress.value = 0;
      const typed = password.value === "" ? undefined : password.value;
      const onProgress = (done: number) => {
        progress.value = done;
      };
      const beside = keyFile.value ? await bytesOf(keyFile.value) : undefined;
      const answer = image
        ? await readImage(name, image)
        : await readImportFile(name, bytes, { password: typed, keyFile: beside, onProgress });
      read.value = answer;
      // Not a moment longer than it is needed.
      if (answer.ok) password.value = "";
    },
  };
}
