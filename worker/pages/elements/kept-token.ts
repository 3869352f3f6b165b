import { readStored, store } from "../../../shared/ui/browser-storage.ts";

/** Where the token of a session by bearer is kept on a page. */
export interface KeptToken {
  read: () => string | null;
  keep: (token: string) => void;
  /** Forgets this token, unless another one has taken its place meanwhile. */
  forget: (token: string) => void;
}

/** A place in memory, which is gone with the page. `inTab` keeps it in the tab's storage too, under `name`. */
export function createKeptToken(name: string, inTab = false): KeptToken {
  let kept = inTab ? readStored("tab", name) : null;
  return {
    read: () => kept,
    keep(token) {
      kept = token;
      if (inTab) store("tab", name, token);
    },
    forget(token) {
      if (kept !== token) return;
      kept = null;
      if (inTab) store("tab", name, null);
    },
  };
}
