import type { Locale } from "../../shared/contract/account.ts";
import { composeLetter, mailWords } from "../mail/compose.ts";
import { factsOfCaller } from "../mail/facts.ts";
import { type LetterWorld, settingOf } from "../mail/letter-world.ts";
import type { Letter } from "../mail/mail.ts";

/** Tells the owner of an address that somebody asked for another account with it. */
export function addressTakenLetter(world: LetterWorld, locale: Locale): Letter {
  const words = mailWords(locale);
  const { reason, signIn, ...rest } = words.addressTaken;
  return composeLetter(settingOf(world, locale), {
    ...rest,
    button: { label: signIn, href: `${world.settings.origin}/sign-in` },
    facts: factsOfCaller(locale, world),
    reason: [reason],
  });
}
