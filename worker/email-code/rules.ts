/** What a code is asked for. A code of one purpose is never right for another. */
export type EmailCodePurpose = "verify_address" | "enrol" | "second_step" | "step_up" | "change_email";

/** NIST SP 800-63B-4 3.1.3.1 allows 10 minutes for a code sent out of band. */
export const codeLifetimeMinutes = 10;

/** Wrong codes before it is void: five of a million leave a guess 1 in 200,000 (promise C2). */
export const codeTries = 5;

/** How long codes are kept once they have expired. */
export const codeKeptHours = 24;

export const codeDigits = 6;

/** Says what the MAC of a code is bound to, beside the code. */
export function macContext(purpose: EmailCodePurpose, subject: string): string[] {
  return ["email-code", purpose, subject];
}
