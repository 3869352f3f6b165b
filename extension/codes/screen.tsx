import { useCallback, useEffect, useState } from "preact/hooks";
import { LaterScreen } from "../popup/later-screen.tsx";
import { words } from "../popup/words.ts";
import { AddScreen } from "./add-screen.tsx";
import { ClosedVault } from "./closed-vault.tsx";
import { EmptyVault } from "./empty-vault.tsx";
import { EntryScreen } from "./entry-screen.tsx";
import { CodeList } from "./list.tsx";
import { askedFor } from "./open-in-tab.ts";
import { type CodesState, createCodes, type Open, type Said } from "./state.ts";
import { codesWords } from "./words.ts";
import "./codes.css";

const loadLocked = async () => (await import("../lock/locked-screen.tsx")).LockedScreen;
const loadPassphraseDue = async () => (await import("../lock/passphrase-due.tsx")).PassphraseDue;

/** The codes of every account in this browser, and what can be done with one. */
export function Codes() {
  const [codes] = useState(() => createCodes({ at: askedFor(location.hash) ?? "list" }));
  useEffect(() => {
    void codes.load();
    return codes.watch();
  }, [codes]);
  return (
    <div class="codes-screen">
      <CurrentView codes={codes} />
      <SaidRegion codes={codes} />
    </div>
  );
}

function CurrentView({ codes }: { codes: CodesState }) {
  const vault = codes.vault.value;
  const open = codes.open.value;
  if (vault.at === "opening") return null;
  if (vault.at === "passphrase_due") return <LaterScreen load={loadPassphraseDue} />;
  if (vault.at === "closed" && vault.why === "locked") return <LaterScreen load={loadLocked} />;
  if (vault.at === "closed") return <ClosedVault codes={codes} vault={vault} />;
  if (isLater(open)) return <Later codes={codes} open={open} />;
  if (open.at === "add") return <AddScreen codes={codes} entries={vault.entries} by={open.by} />;
  const entry = open.at === "entry" && vault.entries.find(({ id }) => id === open.id);
  if (entry) return <EntryScreen codes={codes} entry={entry} />;
  return vault.entries.length === 0 ? (
    <EmptyVault codes={codes} />
  ) : (
    <CodeList codes={codes} count={vault.entries.length} />
  );
}

function isLater({ at }: Open): boolean {
  return at === "import" || at === "export" || at === "qr" || at === "bin";
}

/** The screens that few need each day; their code is loaded when they are opened. */
function Later({ codes, open }: { codes: CodesState; open: Open }) {
  const { at } = open;
  const id = open.at === "qr" ? open.id : "";
  const text = open.at === "import" ? open.text : undefined;
  const load = useCallback(async () => {
    if (at === "import") {
      const { ImportScreen } = await import("../import/screen.tsx");
      return () => <ImportScreen codes={codes} text={text} />;
    }
    if (at === "export") {
      const { ExportScreen } = await import("../export/screen.tsx");
      return () => <ExportScreen codes={codes} />;
    }
    if (at === "bin") {
      const { BinScreen } = await import("../bin/screen.tsx");
      return () => <BinScreen codes={codes} />;
    }
    const { QrScreen } = await import("../export/qr-screen.tsx");
    return () => <QrScreen codes={codes} id={id} />;
  }, [codes, at, id, text]);
  return <LaterScreen load={load} />;
}

/** Stands in the page from the start, for only then is a change in it announced. */
function SaidRegion({ codes }: { codes: CodesState }) {
  const said = codes.said.value;
  const isFailure = said?.what === "not_saved" || said?.what === "not_copied";
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
  }
}
