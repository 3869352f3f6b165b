import type { Outcome } from "../../shared/outcome.ts";
import type { World } from "../world.ts";
import type { Mail } from "./mail.ts";
import { keepInMailbox } from "./mailbox.ts";
import { sendByResend } from "./resend.ts";

/** Sends a mail by the route of the settings. `mail_not_sent` when the route did not take it, or not in time. */
export function sendMail(world: World, mail: Mail): Promise<Outcome<void, "mail_not_sent">> {
  const { mail: route, mailFrom } = world.settings;
  return route.kind === "resend" ? sendByResend(route, mailFrom, mail) : keepInMailbox(world, mail);
}
