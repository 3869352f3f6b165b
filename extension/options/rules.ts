import { type Locale, locales } from "../../shared/contract/locale.ts";

/** What a person can choose about these screens; each is what it is by itself where nobody chose. */
export interface Options {
  theme: "system" | "light" | "dark";
  /** `system`: the best of the browser's. */
  language: "system" | Locale;
  startTab: "codes" | "security";
  /** A code is dots until its row is clicked. */
  hidesCodes: boolean;
  /** Rows of one line. */
  isCompact: boolean;
  /** The next code is shown all the time, not only when the current one is about to change. */
  showsNext: boolean;
}

/** What can be chosen for each, what it is by itself first. */
export const optionChoices = {
  theme: ["system", "light", "dark"],
  language: ["system", ...locales],
  startTab: ["codes", "security"],
  hidesCodes: [false, true],
  isCompact: [false, true],
  showsNext: [false, true],
} as const satisfies { [Name in keyof Options]: readonly Options[Name][] };

/** The options in a text as it was kept; for whatever is none of the choices, what it is by itself. */
export function optionsIn(kept: string | null): Options {
  const held = heldIn(kept);
  const entries = Object.entries(optionChoices).map(([name, choices]) => {
    const [first, ...others] = choices as readonly unknown[];
    return [name, others.includes(held[name]) ? held[name] : first];
  });
  return Object.fromEntries(entries) as Options;
}

function heldIn(kept: string | null): Record<string, unknown> {
  try {
    const held: unknown = JSON.parse(kept ?? "{}");
    return typeof held === "object" && held !== null ? (held as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
