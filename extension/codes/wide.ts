import { useEffect, useState } from "preact/hooks";
import { opening } from "../surface/state.ts";

/** From how wide a tab is on, a code stands beside the list. In em, so that large text keeps one column. */
const wideEnough = "(min-width: 60em)";

/** Whether the list and what is open beside it have room next to each other; never in a popup or a side panel. */
export function useWide(): boolean {
  const [query] = useState(() => (opening.surface === "page" ? matchMedia(wideEnough) : null));
  const [isWide, setWide] = useState(query?.matches ?? false);
  useEffect(() => {
    const look = () => setWide(query?.matches ?? false);
    query?.addEventListener("change", look);
    return () => query?.removeEventListener("change", look);
  }, [query]);
  return isWide;
}
