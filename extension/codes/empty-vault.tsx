import { Button } from "../../shared/ui/button.tsx";
import { BinButton } from "../bin/button.tsx";
import { LaterScreen } from "../surface/later-screen.tsx";
import { opening, tab } from "../surface/state.ts";
import { words } from "../surface/words.ts";
import { openLasting } from "./open-in-tab.ts";
import type { CodesState } from "./state.ts";
import { codesWords } from "./words.ts";

const loadAside = async () => (await import("../lock/aside-line.tsx")).AsideLine;

/** No account is here yet: one sentence, and the ways to add one or to bring back those that were put aside. */
export function EmptyVault({ codes }: { codes: CodesState }) {
  const { empty } = words.codes;
  const hasPage = opening.surface !== "page";
  return (
    <div class="middle">
      <h1>{empty.title}</h1>
      <p>{empty.lead}</p>
      <LaterScreen load={loadAside} given={{}} />
      <Button
        kind="primary"
        wide
        focusFirst
        onClick={() => {
          codes.open.value = { at: "add", by: "scan", ...(hasPage ? { source: { from: "page" } } : {}) };
        }}
      >
        {hasPage ? empty.byScan : empty.byPicture}
      </Button>
      <Button
        wide
        onClick={() => {
          codes.open.value = { at: "add", by: "link" };
        }}
      >
        {empty.byLink}
      </Button>
      <Button
        wide
        onClick={() => {
          codes.open.value = { at: "add", by: "key" };
        }}
      >
        {empty.byKey}
      </Button>
      <Button wide onClick={() => void openLasting(codes, "import")}>
        {codesWords.importFrom}
      </Button>
      <Button
        kind="link"
        onClick={() => {
          tab.value = "security";
        }}
      >
        {empty.latchkey}
      </Button>
      <BinButton codes={codes} />
    </div>
  );
}
