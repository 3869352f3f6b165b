import type { Locale } from "../../../shared/contract/account.ts";
import { composeLetter, mailWords } from "../../mail/compose.ts";
import { momentInWords } from "../../mail/facts.ts";
import { type LetterWorld, settingOf } from "../../mail/letter-world.ts";
import type { Letter } from "../../mail/mail.ts";

/** Invites the owner of an address to choose the password of the account that was made for it, until a moment. */
export function invitationLetter(
  world: LetterWorld,
  { locale, link, until }: { locale: Locale; link: string; until: number },
): Letter {
  const words = mailWords(locale);
  const { reason, accept, expiry, ...rest } = words.invitation;
  return composeLetter(settingOf(world, locale), {
    ...rest,
    button: { label: accept, href: link },
    expiry: expiry(momentInWords(until, locale)),
    facts: [],
    reason: [reason],
  });
}
