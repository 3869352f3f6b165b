import type { Locale } from "../../shared/contract/account.ts";
import type { EmailCodePurpose } from "../email-code/rules.ts";
import { codeLifetimeMinutes } from "../email-code/rules.ts";
import { linkLifetimeMinutes } from "../link/rules.ts";
import type { World } from "../world.ts";
import { composeLetter, mailWords } from "./compose.ts";
import { factsOfCaller, momentInWords } from "./facts.ts";
import type { LetterButton } from "./letter-parts.ts";
import type { Letter } from "./mail.ts";

/** What a letter needs of the world: who asks, when, and where the service is. */
export type LetterWorld = Pick<World, "now" | "caller"> & { settings: Pick<World["settings"], "origin"> };

/** A letter that carries a code. */
export interface CodeToWrite {
  purpose: EmailCodePurpose;
  locale: Locale;
  code: string;
  /** A page that does the same as the code. */
  button?: LetterButton;
  /** Where a reader who did not ask secures their account. */
  notMeLink?: string;
  /** In place of how long the code alone lives. */
  expiry?: string;
}

/** The letter that carries a code, in words of what the code is for. */
export function codeLetter(
  world: LetterWorld,
  { purpose, locale, code, button, notMeLink, expiry }: CodeToWrite,
): Letter {
  const words = mailWords(locale);
  return composeLetter(settingOf(world, locale), {
    ...words.code[purpose],
    code,
    button,
    expiry: expiry ?? words.expiry(codeLifetimeMinutes),
    facts: factsOfCaller(locale, world),
    wayOut: notMeLink === undefined ? undefined : { label: words.secureAccount, href: notMeLink },
    reason: [words.code[purpose].reason, words.neverAsked],
  });
}

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

function settingOf({ settings }: LetterWorld, locale: Locale) {
  return { locale, origin: settings.origin };
}
