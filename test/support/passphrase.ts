import type { Stretch } from "../../extension/lock/stretch.ts";

/** Makes bytes of a passphrase at no cost, for tests of what is done with them; Argon2id has tests of its own. */
export const quickStretch: Stretch = async (passphrase, { salt }) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${salt} ${passphrase}`)));
