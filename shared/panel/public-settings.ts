import { type ReadonlySignal, signal } from "@preact/signals";
import type { Client } from "../contract/client.ts";
import type { PublicSettings } from "../contract/public-settings.ts";

/** The service's settings, for forms before anybody is signed in. */
export interface SettingsToRead {
  /** null until they are known. */
  value: ReadonlySignal<PublicSettings | null>;
  /** Asks once, and again where no answer came; nobody waits for it. */
  read: () => Promise<void>;
}

/** The settings of the service behind `client`, not read yet. */
export function createSettingsToRead(client: Client): SettingsToRead {
  const value = signal<PublicSettings | null>(null);
  let isAsked = false;
  return {
    value,
    async read() {
      if (isAsked) return;
      isAsked = true;
      const answer = await client.publicSettings.get();
      if (answer.ok) value.value = answer.value;
      isAsked = answer.ok;
    },
  };
}
