import type { ReadonlySignal } from "@preact/signals";
import type { ReviewChoices } from "./not-me/disputed-state.ts";

/** What is open beside the overview: a form in its section, or a screen in its place. */
export type Open =
  | null
  | "password"
  | "another_method"
  | "places"
  | "activity"
  | "change_email"
  | { manage: string }
  | { review: ReviewChoices }
  | { setUp: "app" | "email" | "passkey" }
  | { recoveryCodes: string[] };

/**
 * Keeps what is open somewhere, such as in a page's history. `leaveFor` goes elsewhere and returns whether it did: not from
 * recovery codes that are not saved, unless it is told to.
 */
export type PanelHistory = (open: ReadonlySignal<Open>, leaveFor: (to: Open, evenUnsaved?: true) => boolean) => void;

/** Whether new recovery codes are what is open. */
export function isCodes(open: Open): open is { recoveryCodes: string[] } {
  return typeof open === "object" && open !== null && "recoveryCodes" in open;
}

/** Whether the review of what was disputed is what is open. */
export function isReview(open: Open): open is { review: ReviewChoices } {
  return typeof open === "object" && open !== null && "review" in open;
}
