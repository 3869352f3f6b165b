import { useEffect, useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { tab } from "../surface/state.ts";
import { listAside } from "../vault/aside.ts";
import { browserPlace, onAsideChange } from "../vault/place.ts";
import { forgottenWords } from "./words.ts";

/** Where there are no codes: that some were put aside, and where they are brought back; nothing where none were. */
export function AsideLine() {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    const look = () =>
      void listAside(browserPlace).then(
        (vaults) => setThere(vaults.length > 0),
        () => setThere(false),
      );
    look();
    return onAsideChange(look);
  }, []);
  if (!isThere) return null;
  return (
    <p>
      {forgottenWords.inEmpty}{" "}
      <Button
        kind="link"
        onClick={() => {
          tab.value = "settings";
        }}
      >
        {forgottenWords.toThem}
      </Button>
    </p>
  );
}
