import type { Account, Method } from "../../contract/account.ts";
import { methodsIn } from "../../locales/methods.ts";
import type { ConfirmationWords } from "../confirm/state.ts";
import type { Words } from "../words.tsx";

/** What a method is called where its owner gave it no name, in every language in which one may have been set up. */
const kindNames = new Set(Object.values(methodsIn).flatMap(({ app, email, passkey }) => [app, email, passkey]));

/** The name that its owner gave a method, or else what kind it is, in the words of whoever reads. */
export function nameOf({ type, name }: Pick<Method, "type" | "name">, { twoFactor, passkey }: Words): string {
  if (type === "email") return twoFactor.email;
  if (name !== "" && !kindNames.has(name)) return name;
  return type === "app" ? twoFactor.app : passkey.name;
}

/** What is asked before a method is removed: what else ends with it, if something does. */
export function removalOf(
  method: Method,
  { twoFactor: { methods, passkeysOnly } }: Account,
  words: Words,
): ConfirmationWords {
  const { twoFactor, passkey } = words;
  const passkeys = methods.filter(({ type }) => type === "passkey");
  const endsOnly = passkeysOnly && method.type === "passkey" && passkeys.length === 1;
  const question = methods.length === 1 ? twoFactor.turnOffQuestion : twoFactor.removeQuestion(nameOf(method, words));
  return endsOnly ? { ...question, lead: `${question.lead} ${passkey.endsOnly}` } : question;
}
