import type { Signal } from "@preact/signals";
import { tab } from "../popup/state.ts";
import { onDisk } from "../storage.ts";
import { forgottenWords } from "./words.ts";

/** Offers a passphrase below the codes, in two quiet lines; once answered it is not offered again in this browser. */
export function PassphraseOffer({ isOffered }: { isOffered: Signal<boolean> }) {
  const answer = async () => {
    isOffered.value = false;
    // Where that fails it is offered once more.
    await onDisk("passphraseOffered")
      .write(true)
      .catch(() => {});
  };
  return (
    <p class="backup-line">
      {forgottenWords.offer}{" "}
      <button
        type="button"
        class="link"
        onClick={() => {
          void answer();
          tab.value = "settings";
        }}
      >
        {forgottenWords.setOne}
      </button>{" "}
      <button type="button" class="link" onClick={() => void answer()}>
        {forgottenWords.notNow}
      </button>
    </p>
  );
}
