import type { Locale } from "../../shared/contract/account.ts";
import { linkLifetimeMinutes } from "../link/rules.ts";
import { composeLetter, mailWords } from "../mail/compose.ts";
import { factsOfCaller } from "../mail/facts.ts";
import { type LetterWorld, settingOf } from "../mail/letter-world.ts";
import type { Letter } from "../mail/mail.ts";

/** The letter with a link by which a browser can try the password although others have tried too often. */
export function unlockLetter(world: LetterWorld, locale: Locale, link: string): Letter {
  const words = mailWords(locale);
  const { reason, open, expiry, ...rest } = words.unlock;
  return composeLetter(settingOf(world, locale), {
    ...rest,
    button: { label: open, href: link },
    expiry: expiry(linkLifetimeMinutes),
    facts: factsOfCaller(locale, world),
    reason: [reason],
  });
}
