import type { ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import { takeFirst } from "../codes/first-read.ts";
import { CodeList } from "../codes/list.tsx";
import { openLasting } from "../codes/open-in-tab.ts";
import { SaidRegion } from "../codes/said-region.tsx";
import { type CodesState, createCodes, type Open } from "../codes/state.ts";
import { useWide } from "../codes/wide.ts";
import type { DroppedFiles, ScanSource } from "../scan/source.ts";
import { takeIn } from "../scan/take-in.ts";
import { LaterScreen } from "../surface/later-screen.tsx";
import type { Opening } from "../surface/opening.ts";
import { opening } from "../surface/state.ts";
import { words } from "../surface/words.ts";
import type { VaultEntry } from "../vault/entry.ts";

const loadLocked = async () => (await import("../lock/locked-screen.tsx")).LockedScreen;
const loadClosed = async () => (await import("../codes/closed-vault.tsx")).ClosedVault;
const loadPassphraseDue = async () => (await import("../lock/passphrase-due.tsx")).PassphraseDue;
const loadEmpty = async () => (await import("../codes/empty-vault.tsx")).EmptyVault;
// What is not needed for the first code is loaded when it is asked for.
const loadAdd = async () => (await import("../add/screen.tsx")).AddScreen;
const loadFill = async () => (await import("../fill/screen.tsx")).FillScreen;
const loadKeep = async () => (await import("../handed-key/screen.tsx")).KeepScreen;
const loadImport = async () => (await import("../import/screen.tsx")).ImportScreen;
const loadExport = async () => (await import("../export/screen.tsx")).ExportScreen;
const loadQr = async () => (await import("../export/qr-screen.tsx")).QrScreen;
const loadBin = async () => (await import("../bin/screen.tsx")).BinScreen;
const loadSelect = async () => (await import("../select/screen.tsx")).SelectScreen;
const loadEntry = async () => (await import("../entry/screen.tsx")).EntryScreen;

/** The codes of every account in this browser, and what can be done with one; of `given`, where those are read already. */
export function Codes({ codes: given }: { codes?: CodesState }) {
  const [{ codes, endWatch }] = useState(() => {
    const read = given ? undefined : takeFirst();
    const made = given ?? createCodes(firstOpen(opening), read);
    // Now and not in an effect, which comes a frame later: a lock in between would be missed, and codes wait for this.
    const end = made.watch();
    if (!given) void made.load(read);
    return { codes: made, endWatch: end };
  });
  useEffect(() => endWatch, [endWatch]);
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

function firstOpen({ at, ids }: Opening): Open {
  if (at === "export") return { at, ids };
  if (at === "fill" || at === "keep" || at === "import") return { at };
  if (at === "camera") return { at: "add", by: "scan", source: { from: "camera" } };
  return at === "add" ? { at, by: "scan" } : { at: "list" };
}

function CurrentView({ codes }: { codes: CodesState }) {
  const vault = codes.vault.value;
  const isWide = useWide();
  if (vault.at === "opening") return null;
  if (vault.at === "passphrase_due") return <LaterScreen load={loadPassphraseDue} given={{ by: vault.by }} />;
  if (vault.at === "closed" && vault.why === "locked")
    return <LaterScreen load={loadLocked} given={{ onRestore: () => void openLasting(codes, "import") }} />;
  if (vault.at === "closed") return <LaterScreen load={loadClosed} given={{ codes, vault }} />;
  const opened = openedOf(codes, vault.entries);
  if (vault.entries.length === 0) return opened ?? <LaterScreen load={loadEmpty} given={{ codes }} />;
  const list = <CodeList codes={codes} count={vault.entries.length} />;
  if (!isWide) return opened ?? list;
  return (
    <div class="two-panes">
      <div class="pane">{list}</div>
      <div class="pane">{opened ?? <p class="choose-one">{words.codes.chooseOne}</p>}</div>
    </div>
  );
}

/** What stands in the place of the list, or beside it; null while that is nothing. */
function openedOf(codes: CodesState, entries: VaultEntry[]): ComponentChild {
  const open = codes.open.value;
  if (open.at === "import")
    return <LaterScreen load={loadImport} given={{ codes, text: open.text, files: open.files }} />;
  if (open.at === "export") return <LaterScreen load={loadExport} given={{ codes, ids: open.ids }} />;
  if (open.at === "select") return <LaterScreen load={loadSelect} given={{ codes }} />;
  if (open.at === "bin") return <LaterScreen load={loadBin} given={{ codes }} />;
  if (open.at === "qr") return <LaterScreen load={loadQr} given={{ codes, id: open.id }} />;
  if (open.at === "add") return <LaterScreen load={loadAdd} given={{ codes, entries: entries, toAdd: open }} />;
  if (open.at === "fill") return <LaterScreen load={loadFill} given={{ codes, entries: entries }} />;
  if (open.at === "keep") return <LaterScreen load={loadKeep} given={{ codes, entries: entries }} />;
  const entry = open.at === "entry" && entries.find(({ id }) => id === open.id);
  if (entry) return <LaterScreen key={entry.id} load={loadEntry} given={{ codes, entry }} />;
  return null;
}
