import { type Signal, signal } from "@preact/signals";

export type Tab = "codes" | "security" | "settings";

/** Which tab of the popup is open. */
export const tab: Signal<Tab> = signal<Tab>("codes");
