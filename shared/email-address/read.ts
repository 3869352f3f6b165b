import { emailLimit } from "../contract/limits.ts";
import { readDomain } from "./domain.ts";

/** Why a text is no address that mail can go to. */
export type AddressFault = "at_sign" | "hidden_character" | "name" | "domain" | "length";

/** White space, and what nobody sees: the characters that Unicode says may be ignored where they can't be shown. */
const unseen = /^[\s\p{White_Space}\p{Default_Ignorable_Code_Point}]$/u;

const hidden = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Surrogate}\p{Noncharacter_Code_Point}]/u;

/** A dot-atom of RFC 5322, section 3.2.3, with the letters of RFC 6531; of RFC 5321's 64 octets, 64 characters. */
const name = /^(?!\.)(?!.*\.\.)[^\s\p{White_Space}\p{Cc}@<>()[\],;:"\\]{1,64}(?<!\.)$/u;

/** The at sign, as some keyboards give it. */
const atSigns = /[\uff20\ufe6b]/g;

/**
 * An address as it is kept and as mail goes to it (promise A1): what nobody sees is dropped at both ends of the name
 * before the @ and of the whole, the name is composed (NFC), and the domain is in ASCII by UTS 46. Whose address it is,
 * `emailKey` of the worker tells.
 */
export function readAddress(typed: string): { address: string } | { fault: AddressFault } {
  const text = trimUnseen(typed).replace(atSigns, "@");
  const at = text.indexOf("@");
  if (at === -1 || at !== text.lastIndexOf("@")) return { fault: "at_sign" };
  const local = trimUnseen(text.slice(0, at)).normalize("NFC");
  // It is looked at as it folds, too: `…` is three dots.
  const forms = [local, local.normalize("NFKC")];
  if (forms.some((form) => hidden.test(form))) return { fault: "hidden_character" };
  if (!forms.every((form) => name.test(form))) return { fault: "name" };
  const domain = readDomain(text.slice(at + 1));
  if (domain === null) return { fault: "domain" };
  const address = `${local}@${domain}`;
  return octets(address) > emailLimit ? { fault: "length" } : { address };
}

function trimUnseen(text: string): string {
  const characters = [...text];
  const first = characters.findIndex((each) => !unseen.test(each));
  const last = characters.findLastIndex((each) => !unseen.test(each));
  return first === -1 ? "" : characters.slice(first, last + 1).join("");
}

/** How many octets a text takes in UTF-8. */
function octets(text: string): number {
  const sizes = [...text].map((character) => {
    const point = character.codePointAt(0) ?? 0;
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  });
  return sizes.reduce((sum: number, size) => sum + size, 0);
}
