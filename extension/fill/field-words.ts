import { eastAsian } from "./languages/east-asian.ts";
import { easternEuropean } from "./languages/eastern-european.ts";
import { english, weakWords } from "./languages/english.ts";
import { germanic } from "./languages/germanic.ts";
import type { FieldLanguage } from "./languages/language.ts";
import { romance } from "./languages/romance.ts";
import { westAndSouthAsian } from "./languages/west-and-south-asian.ts";
import { anyOf, plain } from "./plain.ts";

const languages = [english, ...romance, ...germanic, ...easternEuropean, ...eastAsian, ...westAndSouthAsian];
const words = (kind: keyof FieldLanguage) => anyOf(languages.map((language) => language[kind] ?? ""));
const sure = anyOf(languages.flatMap(({ sure, app }) => [sure, app ?? ""]));
const code = words("code");
const recovery = words("recovery");
const other = words("other");
const message = words("message");
const sent = words("sent");
const app = words("app");
const weak = anyOf([weakWords]);

/**
 * What words say of a field. `sure`: the code of an authenticator. `code`: some code. `message`: one that is sent. `veto`:
 * another kind of code, or none. `unknown`: something else. `silent`: nothing.
 */
export type Said = "sure" | "code" | "message" | "veto" | "unknown" | "silent";

/** What one text that people read says of its field. An alternative ('code or recovery code') takes nothing back. */
export function saidToPeople(text: string): Said {
  const parts = text.split(alternatives).map((part) => saidBy(plain(part), true));
  return first(parts, ["message", "sure", "code", "veto", "unknown"]);
}

/** What a name says that only scripts read, such as `name` and `id`: there a weak word may speak of the page's build. */
export function saidToScripts(text: string): Said {
  // `zipcode` and `googleotp` are two words each; `decode` is none of these.
  return saidBy(plain(text).replace(/(?<![a-z])([a-z]{3,})(code|token|number|otp)(?![a-z])/g, "$1 $2"), false);
}

/** Of what several texts say, what counts: a warning before a promise. */
export function strongest(said: Said[]): Said {
  return first(said, ["veto", "message", "sure", "code", "unknown"]);
}

/** Whether a text names an authenticator, not only a code that is used once: such a code is never sent. */
export function namesAuthenticator(text: string): boolean {
  return app.test(plain(text));
}

/** What the text around a field tells. */
export function toldAround(text: string) {
  const near = plain(text);
  return {
    /** Whether it is about an authenticator, or about a code that is used once. */
    authenticator: sure.test(near),
    /** Whether it speaks of a code. */
    code: code.test(near),
    /** Whether it says that a message has been sent. */
    sent: sent.test(near),
    /** Whether it is about another kind of code; recovery codes are spoken of beside every authenticator's. */
    other: other.test(near),
  };
}

/** Between two things of which either may be entered. */
const alternatives =
  /\s(?:or|o|ou|oder|oppure|of een|of gebruik|lub|albo|veya|ya da|eller|tai|nebo|alebo|vagy|sau|или|або|atau|hoặc|या|অথবা|বা|یا|أو|او|או|ή)\s|\/|또는|或者?|または|หรือ/iu;

/** Words that go with any field. */
const empty =
  /(?<!\p{L})(\d+|x+|enter|type|your|the|here|please|required|optional|number|digits?|value|input|field|box|character|of|e ?g|example)(?!\p{L})/gu;

function saidBy(text: string, isForPeople: boolean): Said {
  const isSure = sure.test(text);
  const isCode = isSure || code.test(text);
  if (recovery.test(text)) return "veto";
  if (isCode && (message.test(text) || sent.test(text))) return "message";
  if (other.test(text) || ((isForPeople || !isSure) && weak.test(text))) return "veto";
  if (isCode) return isSure ? "sure" : "code";
  return text.replace(empty, "").trim() === "" ? "silent" : "unknown";
}

function first(said: Said[], order: Said[]): Said {
  return order.find((each) => said.includes(each)) ?? "silent";
}
