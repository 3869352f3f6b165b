import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * A ref for what scrolls: whatever takes the place of something in it is shown from its top. Known by its heading, which gets
 * the focus on arrival as nothing else with a `tabindex` of -1 does.
 */
export function useScrollUp<Element extends HTMLElement>(): RefObject<Element | null> {
  const area = useRef<Element>(null);
  useEffect(() => {
    const element = area.current;
    const arrived = ({ target }: FocusEvent) => {
      if (target instanceof HTMLHeadingElement) element?.scrollTo({ top: 0 });
    };
    element?.addEventListener("focusin", arrived);
    return () => element?.removeEventListener("focusin", arrived);
  }, []);
  return area;
}
