import { Resend } from "resend";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { MailRoute } from "../environment.ts";
import { mailHeaders } from "./headers.ts";
import type { Mail } from "./mail.ts";

/**
 * Sends a mail by Resend. Whatever goes wrong there, a refusal, a fault or no answer in time, is `mail_not_sent`:
 * the reason goes to the log, without the address or the letter.
 */
export async function sendByResend(
  route: MailRoute & { kind: "resend" },
  from: string,
  { id, to, subject, text, html }: Mail,
): Promise<Outcome<void, "mail_not_sent">> {
  const resend = new Resend(route.apiKey, route.baseUrl ? { baseUrl: route.baseUrl } : undefined);
  const answer = await Promise.race([
    resend.emails
      .send({ from, to, subject, text, html, headers: mailHeaders({ id }) }, { idempotencyKey: id })
      .catch(() => "unreachable" as const),
    timeout(route.timeoutMilliseconds),
  ]);
  if (typeof answer !== "string" && answer.error === null) return ok(undefined);
  console.error(`mail ${id} was not sent: ${typeof answer === "string" ? answer : answer.error?.name}`);
  return fail("mail_not_sent");
}

function timeout(milliseconds: number): Promise<"no answer in time"> {
  return new Promise((resolve) => setTimeout(() => resolve("no answer in time"), milliseconds));
}
