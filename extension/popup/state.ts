import { type Signal, signal } from "@preact/signals";

const tabs = ["codes", "security", "settings"] as const;

export type Tab = (typeof tabs)[number];

/** Which tab of the popup is open: at first the one that its address names, such as `#settings`. */
export const tab: Signal<Tab> = signal<Tab>(tabs.find((each) => location.hash === `#${each}`) ?? "codes");
