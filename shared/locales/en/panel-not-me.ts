import type { DisputedKind } from "../../contract/not-me.ts";
import type { WaitingType } from "../../contract/waiting.ts";

/** How many things a review removes, keeps, gives back and leaves removed. */
export interface ReviewCounts {
  remove: number;
  keep: number;
  restore: number;
  leave: number;
}

const reviewParts = ({ remove, keep, restore, leave }: ReviewCounts): string[] => [
  ...(remove ? [`remove ${remove}`] : []),
  ...(keep ? [`keep ${keep}`] : []),
  ...(restore ? [`restore ${restore}`] : []),
  ...(leave ? [`leave ${leave} removed`] : []),
];

const review = {
  title: "Review recent changes",
  lead: "Someone else may have used your account. Keep what you recognize and remove the rest.",
  secured: "You've been signed out everywhere, and your password has been changed.",
  onHold: "Nothing on this page can be used to sign in until you keep or restore it.",
  stillOn: "Two-factor authentication is still on.",
  added: "Recently added",
  removed: "Recently removed",
  kinds: {
    app: "Authenticator app",
    email: "E-mail codes",
    passkey: "Passkey",
    recovery_codes: "Recovery codes",
    browser: "Remembered browser",
    two_factor_reset: "Request to turn off two-factor authentication",
  } satisfies Record<DisputedKind, string>,
  named: (kind: string, name: string) => `${kind} “${name}”`,
  addedAt: (when: string) => `Added ${when}`,
  removedAt: (when: string) => `Removed ${when}`,
  near: (browser: string, place: string) => `${browser}, near ${place}`,
  keep: "Keep",
  remove: "Remove",
  restore: "Restore",
  leave: "Leave removed",
  restoreCodes: "Restoring them replaces the recovery codes you have now.",
  missing: "Choose Keep or Remove.",
  missingRemoved: "Choose Restore or Leave removed.",
  apply: "Apply choices",
  parts: reviewParts,
  left: (left: number) => (left === 1 ? "1 change left to decide." : `${left} changes left to decide.`),
  final: "You can't restore what you remove.",
  notFinal: "You can change this later in Security.",
  later: "Decide later",
  none: "Nothing to review",
  noneLead: "All recent changes have been decided.",
  toSecurity: "Go to Security",
  done: "Your review is done.",
  waits: (count: number) =>
    count === 1
      ? "1 recent change is on hold until you decide."
      : `${count} recent changes are on hold until you decide.`,
  open: "Review",
};

const waiting = {
  label: "Waiting to take effect",
  requested: (when: string) => `Requested on ${when}.`,
  types: {
    password_reset: {
      title: "A password reset is waiting",
      until: (when: string) => `The new password takes effect on ${when}. If you didn't ask for it, stop it.`,
      stop: "Stop the reset",
      stopped: "The password reset has been stopped. Your password stays as it is.",
    },
    email_change: {
      title: "A change of e-mail address is waiting",
      until: (when: string) => `The new address can be confirmed until ${when}. If you didn't ask for it, stop it.`,
      stop: "Stop the change",
      stopped: "The change has been stopped. Your e-mail address stays as it is.",
    },
    two_factor_reset: {
      title: "Two-factor authentication will be turned off",
      until: (when: string) => `An administrator will turn it off on ${when}. If you didn't ask for this, keep it on.`,
      stop: "Keep it on",
      stopped: "Two-factor authentication stays on.",
    },
    deletion: {
      title: "This account will be deleted",
      until: (when: string) => `Your account and everything in it will be deleted on ${when}.`,
      stop: "Keep my account",
      stopped: "Your account stays. It won't be deleted.",
    },
  } satisfies Record<WaitingType, Record<"title" | "stop" | "stopped", string> & { until: (when: string) => string }>,
};

/** The words of the panel for what was disputed by 'This wasn't me', and for what waits and can be stopped. */
export const panelNotMe = { review, waiting };
