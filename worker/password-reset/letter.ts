import type { Locale } from "../../shared/contract/account.ts";
import { codeLetter } from "../email-code/letter.ts";
import { codeLifetimeMinutes } from "../email-code/rules.ts";
import { linkLifetimeMinutes } from "../link/rules.ts";
import { mailWords } from "../mail/compose.ts";
import type { LetterWorld } from "../mail/letter-world.ts";
import type { Letter } from "../mail/mail.ts";

/** The letter with the code of a reset, and the page that does the same for longer. */
export function resetLetter(
  world: LetterWorld,
  { locale, code, link }: { locale: Locale; code: string; link: string },
): Letter {
  const words = mailWords(locale);
  const button = { label: words.resetButton, href: link };
  const expiry = words.codeAndButtonExpiry(codeLifetimeMinutes, linkLifetimeMinutes);
  return codeLetter(world, { purpose: "reset", locale, code, button, expiry });
}
