/** Where the token of a session by bearer is kept on a page. */
export interface KeptToken {
  read: () => string | null;
  keep: (token: string) => void;
  /** Forgets this token, unless another one has taken its place meanwhile. */
  forget: (token: string) => void;
}

/** A place in memory, which is gone with the page. With a storage, in there too, under `name`. */
export function createKeptToken(name: string, storage?: Storage): KeptToken {
  let kept = storage?.getItem(name) ?? null;
  return {
    read: () => kept,
    keep(token) {
      kept = token;
      storage?.setItem(name, token);
    },
    forget(token) {
      if (kept !== token) return;
      kept = null;
      storage?.removeItem(name);
    },
  };
}
