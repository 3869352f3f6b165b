import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "./button.tsx";

interface CopyButtonProps {
  text: string;
  words: { copy: string; copied: string; notCopied: string };
  kind?: "plain" | "link" | "text";
  /** Its name where the words on it are not enough. */
  label?: string;
}

/** Copies `text`, and answers whether it did on itself and to a screen reader: for two seconds, or until the next try. */
export function CopyButton({ text, words, kind = "plain", label }: CopyButtonProps) {
  const outcome = useSignal<"copied" | "refused" | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    clearTimeout(timer.current);
    try {
      await navigator.clipboard.writeText(text);
      outcome.value = "copied";
      timer.current = setTimeout(() => {
        outcome.value = null;
      }, 2000);
    } catch {
      // A browser may refuse, and has no clipboard at all on a page that is not safe.
      outcome.value = "refused";
    }
  };
  const said = outcome.value === "copied" ? words.copied : words.copy;
  return (
    <>
      <Button kind={kind} label={label && `${said}: ${label}`} onClick={() => void copy()}>
        {said}
      </Button>
      <span class="visually-hidden" role="status">
        {outcome.value === "copied" && words.copied}
      </span>
      {outcome.value === "refused" && (
        <span class="error" role="alert">
          {words.notCopied}
        </span>
      )}
    </>
  );
}
