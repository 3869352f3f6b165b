import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "./button.tsx";

interface CopyButtonProps {
  text: string;
  words: { copy: string; copied: string };
  kind?: "plain" | "link";
}

/** Copies `text`, and answers so on itself and to a screen reader, for two seconds. */
export function CopyButton({ text, words, kind = "plain" }: CopyButtonProps) {
  const copied = useSignal(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    copied.value = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      copied.value = false;
    }, 2000);
  };
  return (
    <>
      <Button kind={kind} onClick={() => void copy()}>
        {copied.value ? words.copied : words.copy}
      </Button>
      <span class="visually-hidden" role="status">
        {copied.value && words.copied}
      </span>
    </>
  );
}
