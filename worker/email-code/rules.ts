import { emailCodeSeconds } from "../../shared/contract/limits.ts";

/** What a code is asked for. A code of one purpose is never right for another. */
export type EmailCodePurpose = "verify_address" | "enrol" | "second_step" | "step_up" | "reset" | "change_email";

export const codeLifetimeMinutes = emailCodeSeconds / 60;

/** Wrong codes before it is void: five of a million leave a guess 1 in 200,000 (promise C2). */
export const codeTries = 5;

/**
 * Mails of one purpose to one address in an hour (promise G4): what a stranger can cause takes nothing from what its
 * owner needs.
 */
export const mailsAnHour = 5;

/**
 * Mails of one purpose to one mailbox, whatever +tags its addresses have (promise G7). A reset that has to be sent comes
 * through all the same (promise G5).
 */
export const mailboxMails = { anHour: 10, aDay: 40 };

/**
 * Codes for new accounts in an hour that one network may cause: enough for an office, too few to flood many addresses.
 * All else that mails a code follows a right password or a session and is counted by account alone, so that strangers
 * of the same network take nothing from anybody (promise G6); resets are sent by their own rule (promise G5).
 */
export const networkMailsAnHour = 60;

/** Whether mails for this are counted by network too: those for which nobody has proved anything. */
export function countsByNetwork(purpose: EmailCodePurpose): boolean {
  return purpose === "verify_address";
}

/** How long codes are kept once they have expired. */
export const codeKeptHours = 24;

export const codeDigits = 6;

/** Says what the MAC of a code is bound to, beside the code. */
export function macContext(purpose: EmailCodePurpose, subject: string): string[] {
  return ["email-code", purpose, subject];
}
