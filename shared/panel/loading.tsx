import { useEffect, useState } from "preact/hooks";
import { useWords } from "./words.tsx";

const patienceMs = 300;

/** A sketch of what is to come, only where it takes longer than a blink. */
export function Loading() {
  const words = useWords();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  return (
    <div role="status">
      <span class="visually-hidden">{words.loading}</span>
      <div class="skeleton tall" />
      <div class="skeleton" />
    </div>
  );
}
