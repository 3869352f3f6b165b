import type { Account, MethodType } from "../../shared/contract/account.ts";

/** What remains after a right password. */
export type NextStep = { kind: "complete" } | { kind: "second_step"; methods: MethodType[]; preferred: MethodType };

/** Decides what remains: nothing without two-factor, else a code of one of the enrolled methods, never another (promise C6). */
export function nextStep({ twoFactor }: Pick<Account, "twoFactor">): NextStep {
  const preferred = twoFactor.methods.find(({ id }) => id === twoFactor.preferred) ?? twoFactor.methods[0];
  if (!preferred) return { kind: "complete" };
  const types = twoFactor.methods.map(({ type }) => type);
  return { kind: "second_step", methods: [...new Set(types)], preferred: preferred.type };
}
