import type { RandomBytes } from "./crypto/random.ts";
import type { Bindings, Settings } from "./environment.ts";
import { openGate } from "./mail/gate.ts";
import type { World } from "./world.ts";

/** A world with no request behind it: nobody calls, and there is no answer to wait for. */
export function unaskedWorld(
  settings: Settings,
  { now, random }: { now: number; random: RandomBytes },
  bindings: Bindings,
): World {
  return {
    db: bindings.DB.withSession("first-primary"),
    mailbox: bindings.MAILBOX,
    assets: bindings.ASSETS,
    queue: bindings.WEBHOOKS,
    mails: bindings.MAILS,
    mailGate: openGate(),
    listeners: { noneUntil: 0 },
    settings,
    now,
    clock: () => now,
    random,
    locale: "en",
    caller: { ip: "", userAgent: "", place: null },
    // What is left for later, the next run of the cron trigger finds.
    afterAnswer: () => {},
  };
}
