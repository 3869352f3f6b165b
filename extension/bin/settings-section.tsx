import { BinList } from "./list.tsx";
import { words } from "./words.ts";

/** The bin among the settings. */
export function BinSection() {
  return (
    <section class="card">
      <h2>{words.title}</h2>
      <BinList />
    </section>
  );
}
