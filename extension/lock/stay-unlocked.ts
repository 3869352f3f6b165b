import { touchUnlockedKey } from "../vault/unlocked-key.ts";

/** Counts what the person does in this window as use, so that the vault does not lock under their hands. */
export function stayUnlocked(): void {
  for (const deed of ["keydown", "pointerdown", "wheel"]) {
    document.addEventListener(deed, () => void touchUnlockedKey(), { passive: true, capture: true });
  }
  void touchUnlockedKey();
}
