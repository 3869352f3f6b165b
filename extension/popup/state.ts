import { type Signal, signal } from "@preact/signals";
import { type Opening, openingOf } from "../surface/opening.ts";

export type Tab = "codes" | "security" | "settings";

/** Which tab of the popup is open. */
export const tab: Signal<Tab> = signal<Tab>("codes");

/** How these screens were opened. */
export const opening: Opening = openingOf(location);
