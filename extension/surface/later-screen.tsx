import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

interface LaterScreenProps<Props extends object> {
  load: () => Promise<ComponentType<Props>>;
  /** What the screen is given. */
  given: Props;
}

// Style and words that no first code needs come with the first screen that is not the list; the browser keeps them from then on.
const loadGround = () => import("./later-ground.ts");

/**
 * A screen whose code is loaded when it is shown for the first time; there is nothing until then, for it is soon there.
 * `load` is the same function each time, and another one for another screen.
 */
export function LaterScreen<Props extends object>({ load, given }: LaterScreenProps<Props>) {
  const [loaded, setLoaded] = useState<{ by: typeof load; Screen: ComponentType<Props> } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void Promise.all([loadGround(), load()]).then(([, Screen]) => isWanted && setLoaded({ by: load, Screen }));
    return () => {
      isWanted = false;
    };
  }, [load]);
  // In the place of one screen there may be another by now, which is given other things.
  return loaded?.by === load ? <loaded.Screen {...given} /> : null;
}
