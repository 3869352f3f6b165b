import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { presetAddress, serviceAddress } from "../connection.ts";
import { onDisk } from "../storage.ts";

/** Where the account is, to be changed. */
export interface AddressSetting {
  address: Signal<string>;
  /** A new object at each try, so that the focus can go there again. */
  refused: ReadonlySignal<object | null>;
  saved: ReadonlySignal<boolean>;
  save: () => Promise<void>;
  usePreset: () => Promise<void>;
}

const kept = onDisk("serviceAddress");

/** The address of the service as it is set now. */
export async function readAddressSetting(): Promise<AddressSetting> {
  const address = signal(await serviceAddress());
  const refused = signal<object | null>(null);
  const saved = signal(false);
  const save = async () => {
    const origin = originOf(address.value);
    refused.value = origin === undefined ? {} : null;
    saved.value = false;
    if (origin === undefined) return;
    address.value = origin;
    if (origin === presetAddress) await kept.remove();
    else await kept.write(origin);
    saved.value = true;
  };
  return {
    address,
    refused,
    saved,
    save,
    async usePreset() {
      address.value = presetAddress;
      await save();
    },
  };
}

/** The origin that was typed; undefined where it is none, or where the way there could be listened to. */
export function originOf(typed: string): string | undefined {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (url?.username !== "" || url.password !== "") return undefined;
  // Some browsers take a space in a host for %20.
  if (url.hostname.includes("%")) return undefined;
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && url.hostname === "localhost");
  return isSafe && text !== "" ? url.origin : undefined;
}
