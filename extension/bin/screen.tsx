import type { CodesState } from "../codes/state.ts";
import { SubScreen } from "../surface/sub-screen.tsx";
import { BinList } from "./list.tsx";
import { words } from "./words.ts";

/** The bin in the place of the list. */
export function BinScreen({ codes }: { codes: CodesState }) {
  return (
    <SubScreen title={words.title} codes={codes}>
      <BinList />
    </SubScreen>
  );
}
