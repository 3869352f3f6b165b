import type { ReadonlySignal } from "@preact/signals";
import { words } from "./words.ts";

/** Says that what was chosen here could not be saved, and what to do; it stands in the page from the start. */
export function NotSaved({ failed, text = words.vault.notSaved }: { failed: ReadonlySignal<boolean>; text?: string }) {
  return <div role="alert">{failed.value && <p class="notice bad">{text}</p>}</div>;
}
