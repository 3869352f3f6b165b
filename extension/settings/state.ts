import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { presetAddress, serviceAddress } from "../connection.ts";
import { originOf } from "../origin.ts";
import { createSaving } from "../saving.ts";
import { onDisk } from "../storage.ts";

/** Where the account is, to be changed. */
export interface AddressSetting {
  address: Signal<string>;
  /** A new object at each try, so that the focus can go there again. */
  refused: ReadonlySignal<object | null>;
  saved: ReadonlySignal<boolean>;
  /** Whether it could not be saved. */
  notSaved: ReadonlySignal<boolean>;
  save: () => Promise<void>;
  /** The address that needs no setting. */
  preset: string;
  usePreset: () => Promise<void>;
}

const kept = onDisk("serviceAddress");

/** The address of the service as it is set now. */
export async function readAddressSetting(): Promise<AddressSetting> {
  const preset = await presetAddress();
  const address = signal(await serviceAddress());
  const refused = signal<object | null>(null);
  const saved = signal(false);
  const saving = createSaving();
  const save = async () => {
    const origin = originOf(address.value);
    refused.value = origin === undefined ? {} : null;
    saved.value = false;
    if (origin === undefined) return;
    saved.value = await saving.run(() => (origin === preset ? kept.remove() : kept.write(origin)));
    if (saved.value) address.value = origin;
  };
  return {
    address,
    refused,
    saved,
    notSaved: saving.failed,
    save,
    preset,
    async usePreset() {
      const before = address.value;
      address.value = preset;
      await save();
      if (!saved.value) address.value = before;
    },
  };
}
