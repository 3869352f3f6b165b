import { tab } from "../surface/state.ts";
import { answerPassphraseOffer } from "./offer-state.ts";
import { forgottenWords } from "./words.ts";

/** Offers a passphrase below the codes, in two quiet lines. */
export function PassphraseOffer() {
  return (
    <p class="backup-line">
      {forgottenWords.offer}{" "}
      <button
        type="button"
        class="link"
        onClick={() => {
          void answerPassphraseOffer();
          tab.value = "settings";
        }}
      >
        {forgottenWords.setOne}
      </button>{" "}
      <button type="button" class="link" onClick={() => void answerPassphraseOffer()}>
        {forgottenWords.notNow}
      </button>
    </p>
  );
}
