import type { HandedKey } from "../../shared/handed-key/messages.ts";

/** A key that a page handed over, while the person is asked about it. */
export interface AskedKey extends HandedKey {
  ticket: string;
  /** The origin of the page, which is the service's. */
  service: string;
}

/** A key that was just kept, for the page that handed it over to take out again. */
export interface JustKept {
  ticket: string;
  entryId: string;
  tabId: number;
  /** Milliseconds since 1970. */
  until: number;
}

/** How long a page may take a key out again that the service did not accept, in milliseconds. */
export const dropLifetime = 120_000;
