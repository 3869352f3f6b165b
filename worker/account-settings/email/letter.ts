import type { Locale } from "../../../shared/contract/account.ts";
import { composeLetter, mailWords } from "../../mail/compose.ts";
import { factsOfCaller } from "../../mail/facts.ts";
import { type LetterWorld, settingOf } from "../../mail/letter-world.ts";
import type { Letter } from "../../mail/mail.ts";

/** Tells the owner of an address that somebody wanted to move another account to it. */
export function addressTakenForChangeLetter(world: LetterWorld, locale: Locale): Letter {
  const words = mailWords(locale);
  const { reason, ...rest } = words.addressTakenForChange;
  return composeLetter(settingOf(world, locale), {
    ...rest,
    facts: factsOfCaller(locale, world),
    reason: [reason],
  });
}
