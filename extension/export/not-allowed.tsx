import type { CodesState } from "../codes/state.ts";
import { SubScreen } from "../surface/sub-screen.tsx";
import { exportWords } from "./words.ts";

/** In the place of an export that the organisation has turned off. */
export function NotAllowed({ title, codes }: { title: string; codes: CodesState }) {
  return (
    <SubScreen title={title} codes={codes}>
      <p class="notice warn">{exportWords.notAllowed}</p>
    </SubScreen>
  );
}
