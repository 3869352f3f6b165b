import type { FirstRead } from "../first-codes/read.ts";
import type { VaultEntry } from "../vault/entry.ts";
import type { OpenFailure, PreviousCopy } from "../vault/open.ts";

/** The vault as the screen knows it. `passphrase_due`: an organisation asks for one, or the
 * browser keeps nothing without one in this window, and there is none. */
export type VaultView =
  | { at: "opening" }
  | { at: "passphrase_due"; by?: "browser" }
  | { at: "open"; entries: VaultEntry[] }
  | { at: "closed"; why: Exclude<OpenFailure, "passphrase_due">; previous?: PreviousCopy };

/** The vault as it was read first, where the plain list is to be shown; otherwise it is still to be opened. */
export function viewOf(read: FirstRead | undefined): VaultView {
  return read?.isPlain && read.opened.ok ? { at: "open", entries: read.opened.value.entries } : { at: "opening" };
}
