import type { Account, MethodType } from "../../../../shared/contract/account.ts";
import { type State, twoFactorIsOn } from "./state.ts";

/** The second factors that are set up, the one that is asked for first in front. */
export function methodsOf({ apps, email }: State): MethodType[] {
  return [...(apps.length > 0 ? (["app"] as const) : []), ...(email === null ? [] : (["email"] as const))];
}

/** What an answer says wrongly of an account, in words; null where all of it is right. */
export function accountMismatch(state: State, { twoFactor }: Account): string | null {
  const ids = [...state.apps.map(({ id }) => id), ...(state.email === null ? [] : [state.email])];
  const said = twoFactor.methods.map(({ id }) => id);
  if (JSON.stringify(said.toSorted()) !== JSON.stringify(ids.toSorted())) return `the methods are ${ids.join(", ")}`;
  if (twoFactor.enabled !== twoFactorIsOn(state)) return `two-factor is ${twoFactorIsOn(state) ? "on" : "off"}`;
  const { left } = state.recovery;
  return twoFactor.recoveryCodesLeft === left ? null : `${left} recovery codes are left`;
}
