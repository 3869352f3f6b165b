import { type Signal, signal } from "@preact/signals";
import { options } from "../options/state.ts";
import { type Opening, openingOf, type Tab } from "./opening.ts";

/** How these screens were opened. */
export const opening: Opening = openingOf(location);

/** Which tab of the popup is open. */
export const tab: Signal<Tab> = signal<Tab>(opening.show ?? (opening.at ? "codes" : options.peek().startTab));
