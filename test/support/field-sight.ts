import type { FieldSight, FrameSight } from "../../extension/fill/sight.ts";

/** A text field with nothing said about it, but what is given. */
export function field(given: Partial<FieldSight> = {}): FieldSight {
  return {
    type: "text",
    autocomplete: "",
    name: "",
    id: "",
    label: "",
    placeholder: "",
    inputMode: "",
    pattern: "",
    maxLength: -1,
    minLength: -1,
    box: { x: 20, y: 100, width: 240, height: 36 },
    focused: false,
    empty: true,
    locked: false,
    within: [],
    around: "",
    ...given,
  };
}

/** A frame of a site, with fields and with nothing else said. */
export function frameOf(fields: FieldSight[], title = ""): FrameSight {
  return { origin: "https://example.com", ancestors: [], title, fields };
}

/** A row of boxes for one digit each, alike but for their place. */
export function boxRow(count: number, given: Partial<FieldSight> = {}): FieldSight[] {
  return Array.from({ length: count }, (_, index) =>
    field({ maxLength: 1, box: { x: 20 + index * 48, y: 200, width: 40, height: 48 }, within: [1, 0], ...given }),
  );
}
