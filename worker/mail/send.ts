import { fail, type Outcome } from "../../shared/outcome.ts";
import { second } from "../time.ts";
import type { World } from "../world.ts";
import { pauseGate, takeTurn, waitForTurn } from "./gate.ts";
import { keepUrgentMail } from "./keep-urgent.ts";
import type { Mail } from "./mail.ts";
import { keepInMailbox } from "./mailbox.ts";
import { type TryOutcome, tryByResend } from "./resend.ts";

/** Of the time that sending may take, what a try has to have left after waiting for its turn. */
const leastShareOfTime = 0.25;

/**
 * Sends a mail that somebody waits for, by the route of the settings. Where the provider refuses it for its rate, it is
 * tried again within `MAIL_TIMEOUT_SECONDS`, and then waits in the outbox, where it comes before news: that counts as
 * sent. `mail_not_sent` when the route did not take it for another reason, or not in time.
 */
export async function sendMail(world: World, mail: Mail): Promise<Outcome<void, "mail_not_sent">> {
  const sent = await sendInTime(world, mail);
  if (sent.ok) return sent;
  if (sent.code === "mail_not_sent") return fail("mail_not_sent");
  return keepUrgentMail(world, mail, sent.details.retryAfter ?? 1);
}

/** Tries once, for a mail that may wait; a refusal for its rate keeps this isolate's codes from running into it too. */
export async function trySending(world: World, mail: Mail): Promise<TryOutcome> {
  const { mail: route, mailFrom } = world.settings;
  if (route.kind === "mailbox") return keepInMailbox(world, mail);
  const sent = await tryByResend(route, mailFrom, mail, route.timeoutMilliseconds);
  return noteRefusal(world, sent);
}

async function sendInTime(world: World, mail: Mail): Promise<TryOutcome> {
  const { mail: route, mailFrom } = world.settings;
  if (route.kind === "mailbox") return keepInMailbox(world, mail);
  const { mailGate } = world;
  const deadline = Date.now() + route.timeoutMilliseconds;
  for (;;) {
    const now = Date.now();
    const wait = waitForTurn(mailGate, now);
    // A try with too little time left would fail for that alone, when all that stands in its way is the rate.
    if (wait > 0 && now + wait + route.timeoutMilliseconds * leastShareOfTime > deadline) {
      return fail("rate_limited", { retryAfter: Math.max(0, mailGate.pausedUntil - now) / 1000 });
    }
    takeTurn(mailGate, now, 1000 / route.perSecond);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const sent = noteRefusal(world, await tryByResend(route, mailFrom, mail, deadline - now - wait));
    if (sent.ok || sent.code === "mail_not_sent") return sent;
  }
}

function noteRefusal(world: World, sent: TryOutcome): TryOutcome {
  const isRefused = !sent.ok && sent.code === "rate_limited";
  if (isRefused) pauseGate(world.mailGate, Date.now() + (sent.details.retryAfter ?? 1) * second);
  return sent;
}
