import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { words } from "../surface/words.ts";
import type { CodesState, Said } from "./state.ts";
import { codesWords } from "./words.ts";

/** Whether what is said went wrong: it stays until it is closed, and nothing is offered beside it. */
export function isToldAsFailure(said: Said | null): boolean {
  if (said?.what === "told") return said.isFailure === true;
  return said?.what === "not_saved" || said?.what === "not_copied" || said?.what === "not_cleared";
}

/** Milliseconds that something done is said for. */
const saidMs = 6000;

/**
 * Stands in the page from the start, for only then is a change in it announced. What was said goes by itself, unless it
 * failed or the person is on it, and with the screen that it was said on. A copied code is said by its own row.
 */
export function SaidRegion({ codes }: { codes: CodesState }) {
  const said = codes.said.value;
  const isHeld = useSignal(false);
  const isFailure = isToldAsFailure(said);
  const undo = said?.what === "told" ? said.undo : undefined;
  const end = () => {
    codes.said.value = null;
  };
  useEffect(() => {
    const shownAt = codes.open.peek();
    return codes.open.subscribe((open) => {
      if (open !== shownAt && said) end();
    });
  }, [said]);
  useEffect(() => {
    if (!said || isFailure || isHeld.value) return;
    const timer = setTimeout(end, saidMs);
    return () => clearTimeout(timer);
  }, [said, isFailure, isHeld.value]);
  const hold = (held: boolean) => () => {
    isHeld.value = held;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting on it only gives more time to read
    <div
      class="toast-region"
      onMouseEnter={hold(true)}
      onMouseLeave={hold(false)}
      onFocusCapture={hold(true)}
      onBlurCapture={hold(false)}
    >
      <div role="status" class={said?.what === "copied" ? "visually-hidden" : undefined}>
        {said && <span class={isFailure ? "toast bad" : "toast"}>{sentence(said)}</span>}
      </div>
      {undo && (
        <button
          type="button"
          class="link"
          onClick={() => {
            end();
            undo();
          }}
        >
          {words.codes.undo}
        </button>
      )}
      {isFailure && (
        <button type="button" class="link" onClick={end}>
          {words.codes.close}
        </button>
      )}
    </div>
  );
}

function sentence(said: Said): string {
  switch (said.what) {
    case "copied":
      return words.codes.copiedCode(said.name || words.codes.noName);
    case "saved":
      return words.entry.saved(said.name || words.codes.noName);
    case "removed":
      return words.entry.removed(said.name || words.codes.noName);
    case "imported":
      return codesWords.imported(said.count);
    case "moved":
      return codesWords.moved(said.name || words.codes.noName, said.place, said.of);
    case "not_saved":
      return words.vault.notSaved;
    case "not_copied":
      return words.codes.notCopied;
    case "not_cleared":
      return words.codes.notCleared;
    case "told":
      return said.text;
  }
}
