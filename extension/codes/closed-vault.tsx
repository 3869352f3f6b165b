import { longDate } from "../../shared/locales/relative-time.ts";
import { Button } from "../../shared/ui/button.tsx";
import { locale, words } from "../surface/words.ts";
import type { CodesState } from "./state.ts";
import type { VaultView } from "./vault-view.ts";

/** The vault is there and does not open: why, and what can be done. Nothing is overwritten before the person says so. */
export function ClosedVault({ codes, vault }: { codes: CodesState; vault: VaultView & { at: "closed" } }) {
  const { why, previous } = vault;
  const text = words.vault;
  if (why === "newer") {
    return (
      <div class="middle" role="alert">
        <h1>{text.newerTitle}</h1>
        <p>{text.newer}</p>
      </div>
    );
  }
  if (why === "keeps_no_key") {
    return (
      <div class="middle" role="alert">
        <h1>{text.privateTitle}</h1>
        <p>{text.private}</p>
      </div>
    );
  }
  if (why === "unreadable") {
    return (
      <div class="middle" role="alert">
        <h1>{text.unreadableTitle}</h1>
        <p>{text.unreadable}</p>
        <Button kind="primary" onClick={() => void codes.load()}>
          {words.vault.tryAgain}
        </Button>
      </div>
    );
  }
  return (
    <div class="middle" role="alert">
      <h1>{text.damagedTitle}</h1>
      <p>{text.damaged}</p>
      {previous ? (
        <>
          <p>{text.previous(previous.entries.length, longDate(previous.savedAt, locale))}</p>
          <Button kind="primary" onClick={() => void codes.restore()}>
            {text.restore}
          </Button>
        </>
      ) : (
        <>
          <p>{text.noCopy}</p>
          <Button kind="danger" onClick={() => void codes.startEmpty()}>
            {text.startEmpty}
          </Button>
        </>
      )}
    </div>
  );
}
