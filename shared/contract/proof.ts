import type { Account } from "./account.ts";
import type { StepUpMethod } from "./errors.ts";

/**
 * What proof a step-up takes: the enrolled factors, the preferred one first; a recovery code where wrong codes
 * disabled them all; the password only where there are none.
 */
export function proofsThatCount({ enabled, preferred, methods }: Account["twoFactor"]): StepUpMethod[] {
  if (!enabled) return ["password"];
  const preferredFirst = methods.toSorted((a, b) => Number(b.id === preferred) - Number(a.id === preferred));
  const usable = preferredFirst.filter(({ disabled }) => !disabled);
  return usable.length > 0 ? [...new Set(usable.map(({ type }) => type))] : ["recovery"];
}
