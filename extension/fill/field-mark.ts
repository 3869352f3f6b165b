import { plain } from "./plain.ts";
import type { FieldSight } from "./sight.ts";

/** What a field is known by when its page is opened again: its own words, without the numbers that frameworks make up. */
export function fieldMark({ type, name, id, label, placeholder }: FieldSight): string {
  const words = [name, id, label, placeholder].map((text) =>
    plain(text.replace(/\S*\d{2,}\S*|:\w+:/g, "")).slice(0, 80),
  );
  return [type, ...words].join("|");
}
