import { touchUnlockedKey } from "../vault/unlocked-key.ts";

/** Counts what the person does in this window as use, so that the vault does not lock under their hands. */
export function stayUnlocked(): void {
  for (const deed of ["keydown", "pointerdown", "wheel"]) {
    document.addEventListener(deed, noteUse, { passive: true, capture: true });
  }
  noteUse();
}

/** Where a use cannot be noted the vault locks early, which says so itself. */
function noteUse(): void {
  void touchUnlockedKey().catch(() => {});
}
