import { Button } from "../../shared/ui/button.tsx";
import type { CodesState } from "../codes/state.ts";
import { words } from "./words.ts";

/** The way from the codes to what was removed, where anything was. */
export function BinButton({ codes }: { codes: CodesState }) {
  const count = codes.binned.value;
  if (count === 0) return null;
  return (
    <Button
      kind="link"
      onClick={() => {
        codes.open.value = { at: "bin" };
      }}
    >
      {words.show(count)}
    </Button>
  );
}
