import { useEffect, useState } from "preact/hooks";
import { correctionMs } from "../clock/state.ts";

/**
 * The time that codes are made for, in milliseconds since 1970: this computer's, corrected where the person chose that. The
 * component renders at each full second, when codes change.
 */
export function useNow(): number {
  const correction = correctionMs.value;
  const [now, setNow] = useState(() => Date.now() + correction);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = Date.now() + correction;
      setNow(at);
      timer = setTimeout(tick, 1000 - (at % 1000));
    };
    tick();
    return () => clearTimeout(timer);
  }, [correction]);
  return now;
}
