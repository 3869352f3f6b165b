import { useEffect, useState } from "preact/hooks";
import { LaterScreen } from "../popup/later-screen.tsx";
import { opening } from "../popup/state.ts";
import { words } from "../popup/words.ts";
import { takeIn } from "../scan/take-in.ts";
import type { Opening } from "../surface/opening.ts";
import { ClosedVault } from "./closed-vault.tsx";
import { EmptyVault } from "./empty-vault.tsx";
import { CodeList } from "./list.tsx";
import { type CodesState, createCodes, type Open, type Said } from "./state.ts";
import "./codes.css";

// What is not needed for the first code is loaded when it is asked for.
const loadAdd = async () => (await import("./add-screen.tsx")).AddScreen;
const loadFill = async () => (await import("../fill/screen.tsx")).FillScreen;
const loadEntry = async () => (await import("./entry-screen.tsx")).EntryScreen;

/** The codes of every account in this browser, and what can be done with one. */
export function Codes() {
  const [codes] = useState(() => createCodes(firstOpen(opening)));
  useEffect(() => {
    void codes.load();
    return codes.watch();
  }, [codes]);
  useEffect(
    () =>
      takeIn((source) => {
        codes.open.value = { at: "add", by: "scan", source };
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

function firstOpen({ at }: Opening): Open {
  if (at === "fill") return { at };
  if (at === "camera") return { at: "add", by: "scan", source: { from: "camera" } };
  return at === "add" ? { at, by: "scan" } : { at: "list" };
}

function CurrentView({ codes }: { codes: CodesState }) {
  const vault = codes.vault.value;
  const open = codes.open.value;
  if (vault.at === "opening") return null;
  if (vault.at === "closed") return <ClosedVault codes={codes} vault={vault} />;
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
    case "not_saved":
      return words.vault.notSaved;
    case "not_copied":
      return words.codes.notCopied;
    case "told":
      return said.text;
  }
}
