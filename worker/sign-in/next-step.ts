import type { Account, MethodType } from "../../shared/contract/account.ts";

/** What remains after a right password. */
export type NextStep = { kind: "complete" } | { kind: "second_step"; methods: MethodType[]; preferred: MethodType };

/** What is known beside the account's methods. */
export interface Circumstances {
  /** The password was reset by e-mail, so an e-mail proves nothing more (promise S3). */
  barsEmailStep: boolean;
  /** Nobody has proved yet that the address is the person's. */
  addressIsUnproved: boolean;
  /** The account remembers this browser. */
  isRemembered: boolean;
}

/**
 * Decides what remains: nothing without two-factor or in a remembered browser, else one of the enrolled methods, never another
 * (promise C6). Who asks for nothing weaker than a passkey is asked for one, in a remembered browser too. An address that
 * nobody has proved is proved first, by a code mailed to it. Where none of them is of use now, there are no `methods`: a recovery code is the way in.
 */
export function nextStep(
  { twoFactor }: Pick<Account, "twoFactor">,
  { barsEmailStep, addressIsUnproved, isRemembered }: Circumstances,
): NextStep {
  const chosen = twoFactor.methods.find(({ id }) => id === twoFactor.preferred) ?? twoFactor.methods[0];
  if (!chosen && addressIsUnproved) return { kind: "second_step", methods: ["email"], preferred: "email" };
  if (!chosen || (isRemembered && !twoFactor.passkeysOnly)) return { kind: "complete" };
  const usable = twoFactor.methods.filter(
    ({ type, disabled }) =>
      !disabled && !(type === "email" && barsEmailStep) && !(twoFactor.passkeysOnly && type !== "passkey"),
  );
  const types = [...new Set(usable.map(({ type }) => type))];
  const preferred = types.includes(chosen.type) ? chosen.type : (types[0] ?? chosen.type);
  return { kind: "second_step", methods: types, preferred };
}
