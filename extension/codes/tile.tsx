import { namesOf, type VaultEntry } from "../vault/entry.ts";
import { hueOf, initialOf } from "./code-text.ts";
import { findIcon } from "./icons-state.ts";

/** What stands before a code's name: the icon that the person gave it, that of its name, or a letter. */
export function Tile({ entry }: { entry: VaultEntry }) {
  const { issuer, account } = namesOf(entry);
  const icon = findIcon.value?.(entry.icon || issuer);
  return (
    <span class="tile" style={{ "--hue": hueOf(issuer || account) }} aria-hidden="true">
      {icon ? (
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={icon} />
        </svg>
      ) : (
        initialOf(entry.icon || issuer || account)
      )}
    </span>
  );
}
