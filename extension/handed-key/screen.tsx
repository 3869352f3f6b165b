import { useEffect, useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import type { CodesState } from "../codes/state.ts";
import { TwoFactorNote } from "../lock/two-factor-note.tsx";
import { SubScreen } from "../surface/sub-screen.tsx";
import { words } from "../surface/words.ts";
import { nameOf, type VaultEntry } from "../vault/entry.ts";
import { createKeeping, type Keeping, type KeepView } from "./state.ts";
import { handedKeyWords } from "./words.ts";

/** Asks whether the key of a page is kept. The vault is open here; one that is locked asks to be unlocked first. */
export function KeepScreen({ codes, entries }: { codes: CodesState; entries: VaultEntry[] }) {
  const [keeping] = useState(() => createKeeping(codes, entries));
  useEffect(() => void keeping.start(), [keeping]);
  const view = keeping.view.value;
  return (
    <SubScreen title={handedKeyWords.title} codes={codes} onBack={() => void keeping.refuse()}>
      {view.at === "asking" && <Question view={view} keeping={keeping} />}
      {(view.at === "gone" || view.at === "taken") && (
        <>
          <p class="notice warn" role="alert">
            {handedKeyWords[view.at]}
          </p>
          <Button wide onClick={() => void keeping.refuse()}>
            {handedKeyWords.close}
          </Button>
        </>
      )}
    </SubScreen>
  );
}

function Question({ view, keeping }: { view: KeepView & { at: "asking" | "taken" }; keeping: Keeping }) {
  const { add, codes } = words;
  const { host, key, duplicate } = view;
  return (
    <>
      <p>{handedKeyWords.lead(host)}</p>
      <div class="card line">
        <div>
          <b>{key.issuer || key.account || codes.noName}</b>
          <small>{key.issuer && key.account}</small>
        </div>
      </div>
      {duplicate?.kind === "same_key" && (
        <p class="notice warn">{add.sameKey(nameOf(duplicate.entry) || codes.noName)}</p>
      )}
      {duplicate?.kind === "same_names" && <p class="notice warn">{add.sameNames}</p>}
      <TwoFactorNote />
      <div class="actions">
        {/* The focus is here: a page may open this under a key that is just being pressed. */}
        <Button focusFirst onClick={() => void keeping.refuse()}>
          {handedKeyWords.refuse}
        </Button>
        <Button kind="primary" busy={keeping.busy.value} onClick={() => void keeping.keep()}>
          {handedKeyWords.keep}
        </Button>
      </div>
    </>
  );
}
