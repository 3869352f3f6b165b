import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A screen whose code is loaded when it is shown for the first time; there is nothing until then, for it is soon there. */
export function LaterScreen({ load }: { load: () => Promise<ComponentType> }) {
  const [loaded, setLoaded] = useState<{ Screen: ComponentType } | null>(null);
  useEffect(() => {
    void load().then((Screen) => setLoaded({ Screen }));
  }, [load]);
  return loaded && <loaded.Screen />;
}
