import { useEffect, useState } from "preact/hooks";
import { LaterScreen } from "../popup/later-screen.tsx";
import { opening } from "../popup/state.ts";
import { words } from "../popup/words.ts";
import type { DroppedFiles, ScanSource } from "../scan/source.ts";
import { takeIn } from "../scan/take-in.ts";
import type { Opening } from "../surface/opening.ts";
import { ClosedVault } from "./closed-vault.tsx";
import { EmptyVault } from "./empty-vault.tsx";
import { CodeList } from "./list.tsx";
import { openLasting } from "./open-in-tab.ts";
import { type CodesState, createCodes, type Open, type Said } from "./state.ts";
import { codesWords } from "./words.ts";
import "./codes.css";

const loadLocked = async () => (await import("../lock/locked-screen.tsx")).LockedScreen;
const loadPassphraseDue = async () => (await import("../lock/passphrase-due.tsx")).PassphraseDue;
// What is not needed for the first code is loaded when it is asked for.
const loadAdd = async () => (await import("./add-screen.tsx")).AddScreen;
const loadFill = async () => (await import("../fill/screen.tsx")).FillScreen;
const loadImport = async () => (await import("../import/screen.tsx")).ImportScreen;
const loadExport = async () => (await import("../export/screen.tsx")).ExportScreen;
const loadQr = async () => (await import("../export/qr-screen.tsx")).QrScreen;
const loadBin = async () => (await import("../bin/screen.tsx")).BinScreen;
const loadEntry = async () => (await import("./entry-screen.tsx")).EntryScreen;

/** The codes of every account in this browser, and what can be done with one. */
export function Codes() {
  const [codes] = useState(() => {
    const made = createCodes(firstOpen(opening));
    // Now and not in an effect, which comes a frame later: the first code waits for this.
    void made.load();
    return made;
  });
  useEffect(() => codes.watch(), [codes]);
  useEffect(
    () =>
      takeIn((source) => {
        // The import has a place of its own to drop on.
        if (codes.open.value.at !== "import") openWith(codes, source);
      }),
    [codes],
  );
  return (
    <div class="codes-screen">
      <CurrentView codes={codes} />
      <SaidRegion codes={codes} />
    </div>
  );
}

/** What is dropped or pasted goes where it is read. */
function openWith(codes: CodesState, source: ScanSource | DroppedFiles): void {
  codes.open.value =
    source.from === "files" ? { at: "import", files: source.files } : { at: "add", by: "scan", source };
}

function firstOpen({ at }: Opening): Open {
  if (at === "fill" || at === "import" || at === "export") return { at };
  if (at === "camera") return { at: "add", by: "scan", source: { from: "camera" } };
  return at === "add" ? { at, by: "scan" } : { at: "list" };
}

function CurrentView({ codes }: { codes: CodesState }) {
  const vault = codes.vault.value;
  const open = codes.open.value;
  if (vault.at === "opening") return null;
  if (vault.at === "passphrase_due") return <LaterScreen load={loadPassphraseDue} given={{ by: vault.by }} />;
  if (vault.at === "closed" && vault.why === "locked")
    return <LaterScreen load={loadLocked} given={{ onRestore: () => void openLasting(codes, "import") }} />;
  if (vault.at === "closed") return <ClosedVault codes={codes} vault={vault} />;
  if (open.at === "import")
    return <LaterScreen load={loadImport} given={{ codes, text: open.text, files: open.files }} />;
  if (open.at === "export") return <LaterScreen load={loadExport} given={{ codes }} />;
  if (open.at === "bin") return <LaterScreen load={loadBin} given={{ codes }} />;
  if (open.at === "qr") return <LaterScreen load={loadQr} given={{ codes, id: open.id }} />;
  if (open.at === "add") return <LaterScreen load={loadAdd} given={{ codes, entries: vault.entries, toAdd: open }} />;
  if (open.at === "fill") return <LaterScreen load={loadFill} given={{ codes, entries: vault.entries }} />;
  const entry = open.at === "entry" && vault.entries.find(({ id }) => id === open.id);
  if (entry) return <LaterScreen load={loadEntry} given={{ codes, entry }} />;
  return vault.entries.length === 0 ? (
    <EmptyVault codes={codes} />
  ) : (
    <CodeList codes={codes} count={vault.entries.length} />
  );
}

/** Stands in the page from the start, for only then is a change in it announced. */
function SaidRegion({ codes }: { codes: CodesState }) {
  const said = codes.said.value;
  const isFailure =
    said?.what === "not_saved" || said?.what === "not_copied" || (said?.what === "told" && said.isFailure === true);
  useEffect(() => {
    if (!said || isFailure) return;
    const timer = setTimeout(() => {
      codes.said.value = null;
    }, 3000);
    return () => clearTimeout(timer);
  }, [codes, said, isFailure]);
  return (
    <div class="toast-region" role="status">
      {said && <span class={isFailure ? "toast bad" : "toast"}>{sentence(said)}</span>}
    </div>
  );
}

function sentence(said: Said): string {
  switch (said.what) {
    case "copied":
      return words.codes.copiedCode(said.name || words.codes.noName);
    case "saved":
      return words.entry.saved(said.name || words.codes.noName);
    case "removed":
      return words.entry.removed(said.name || words.codes.noName);
    case "imported":
      return codesWords.imported(said.count);
    case "moved":
      return codesWords.moved(said.name || words.codes.noName, said.place, said.of);
    case "not_saved":
      return words.vault.notSaved;
    case "not_copied":
      return words.codes.notCopied;
    case "told":
      return said.text;
  }
}
