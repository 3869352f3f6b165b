import { type ReadonlySignal, signal } from "@preact/signals";
import { onDisk } from "../storage.ts";
import type { OpenVault } from "../vault/open.ts";

const kept = onDisk("passphraseOffered");
const isOffered = signal(false);

/** Whether a passphrase is offered: where codes are kept without one, until that was answered once in this browser. */
export const offersPassphrase: ReadonlySignal<boolean> = isOffered;

/** Offers a passphrase where that is due. */
export async function offerPassphrase({ entries, secret }: OpenVault): Promise<void> {
  isOffered.value = entries.length > 0 && !secret?.lock && !(await kept.read());
}

/** Ends the offer for good, whatever the answer was. */
export async function answerPassphraseOffer(): Promise<void> {
  isOffered.value = false;
  // Where that fails it is offered once more.
  await kept.write(true).catch(() => {});
}
