import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

interface LaterScreenProps<Props extends object> {
  load: () => Promise<ComponentType<Props>>;
  /** What the screen is given. */
  given: Props;
}

/** A screen whose code is loaded when it is shown for the first time; there is nothing until then, for it is soon there. */
export function LaterScreen<Props extends object>({ load, given }: LaterScreenProps<Props>) {
  const [loaded, setLoaded] = useState<{ Screen: ComponentType<Props> } | null>(null);
  useEffect(() => {
    void load().then((Screen) => setLoaded({ Screen }));
  }, [load]);
  return loaded && <loaded.Screen {...given} />;
}
