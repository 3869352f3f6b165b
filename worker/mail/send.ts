import type { Outcome } from "../../shared/outcome.ts";
import type { World } from "../world.ts";
import type { Letter } from "./letter.ts";
import { keepInMailbox } from "./mailbox.ts";
import { sendByResend } from "./resend.ts";

/** A letter on its way. `id` is the same at each try of the same letter, so that no try can send it twice. */
export interface Mail extends Letter {
  id: string;
  to: string;
}

/** Sends a mail by the route of the settings. `mail_not_sent` when the route did not take it, or not in time. */
export function sendMail(world: World, mail: Mail): Promise<Outcome<void, "mail_not_sent">> {
  const { mail: route, mailFrom } = world.settings;
  return route.kind === "resend" ? sendByResend(route, mailFrom, mail) : keepInMailbox(world, mail);
}
