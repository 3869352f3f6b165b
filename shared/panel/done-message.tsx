import type { ReadonlySignal } from "@preact/signals";
import type { Done } from "./done.ts";
import { useWords, type Words } from "./words.tsx";

/** Says what has just been done. It stands from the start, for only then is a change in it announced. */
export function DoneMessage({ done }: { done: ReadonlySignal<Done | null> }) {
  const words = useWords();
  return (
    <div class="done" role="status">
      {done.value && <p class="notice good">{sentence(words, done.value)}</p>}
    </div>
  );
}

function sentence(words: Words, done: Done): string {
  const { twoFactor, passkey, password, places, devices, care, review, waiting } = words;
  switch (done.what) {
    case "two_factor_on":
      return twoFactor.turnedOn;
    case "two_factor_off":
      return twoFactor.turnedOff;
    case "password_changed":
      return password.done;
    case "method_added":
      return twoFactor.added(done.name);
    case "method_removed":
      return twoFactor.removed(done.name);
    case "method_preferred":
      return twoFactor.nowPreferred(done.name);
    case "passkey_renamed":
      return passkey.renamed(done.name);
    case "passkeys_only":
      return passkey.nowOnly;
    case "codes_again":
      return passkey.nowCodes;
    case "place_ended":
      return places.ended(done.name);
    case "others_ended":
      return places.othersEnded;
    case "app_removed":
      return words.apps.removed(done.name);
    case "device_forgotten":
      return devices.forgotten(done.name);
    case "device_renamed":
      return devices.renamed(done.name);
    case "devices_forgotten":
      return devices.allForgotten;
    case "reviewed":
      return review.done;
    case "waiting_stopped":
      return waiting.types[done.type].stopped;
    case "email_changed":
      return care.emailChanged(done.name);
  }
}
