import { Resend } from "resend";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { MailRoute } from "../environment.ts";
import type { Mail } from "./mail.ts";
import { mailHeaders } from "./mail.ts";

/** What came of one try: `rate_limited` says after how many seconds the provider takes mails again. */
export type TryOutcome = Outcome<void, "mail_not_sent" | "rate_limited", { retryAfter?: number }>;

/** Refusals with 429 that no wait of seconds ends: what was paid for is used up. */
const quotas = ["daily_quota_exceeded", "monthly_quota_exceeded"];

/**
 * Tries to send a mail by Resend, within some milliseconds. Whatever goes wrong there but its rate, a refusal, a fault or
 * no answer in time, is `mail_not_sent`: the reason goes to the log, without the address or the letter.
 */
export async function tryByResend(
  route: MailRoute & { kind: "resend" },
  from: string,
  { id, to, subject, text, html }: Mail,
  milliseconds: number,
): Promise<TryOutcome> {
  const resend = new Resend(route.apiKey, route.baseUrl ? { baseUrl: route.baseUrl } : undefined);
  const answer = await Promise.race([
    resend.emails
      .send({ from, to, subject, text, html, headers: mailHeaders({ id }) }, { idempotencyKey: id })
      .catch(() => "unreachable" as const),
    timeout(milliseconds),
  ]);
  if (typeof answer !== "string" && answer.error === null) return ok(undefined);
  const reason = typeof answer === "string" ? answer : answer.error?.name;
  if (typeof answer !== "string" && answer.error?.statusCode === 429 && !quotas.includes(`${reason}`)) {
    return fail("rate_limited", { retryAfter: secondsOf(answer.headers?.["retry-after"]) });
  }
  console.error(`mail ${id} was not sent: ${reason}`);
  return fail("mail_not_sent");
}

/** `Retry-After` (RFC 9110 section 10.2.3) in seconds, at least 1; 1 too where it says nothing that can be read. */
function secondsOf(retryAfter: string | undefined): number {
  const text = retryAfter?.trim() ?? "";
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : 1;
}

function timeout(milliseconds: number): Promise<"no answer in time"> {
  return new Promise((resolve) => setTimeout(() => resolve("no answer in time"), milliseconds));
}
