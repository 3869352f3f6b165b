import * as rules from "../../../../worker/throttle/rules.ts";
import { type Expected, refused } from "./possible.ts";
import type { State } from "./state.ts";

const policies: Record<string, rules.TryPolicy> = {
  address: rules.accountPassword,
  network: rules.networkPassword,
  current: rules.currentPassword,
  second: rules.secondFactor,
  app: rules.methodCodes,
  email: rules.methodCodes,
  reset: rules.resetCodes,
  own: rules.ownNetworkPassword,
  unlock: rules.unlockedPassword,
  guesser: rules.networkResetCodes,
  proof: rules.addressCodes,
  prover: rules.networkAddressCodes,
};

/** What became of a try: counted under each key, or refused because one of them is slowed. */
export type Try = { isTaken: true; state: State } | { isTaken: false; refusal: Expected };

/** Counts a try under some keys, all or none (promises G1 to G3). A key's policy is that of its first word. */
export function takeTry(state: State, keys: readonly string[], now: number): Try {
  const blocked = Math.max(...keys.map((key) => state.counts[key]?.blockedUntil ?? 0));
  if (blocked > now) {
    return { isTaken: false, refusal: refused(429, "too_many_attempts", { retryAfter: secondsUntil(blocked, now) }) };
  }
  const counts = { ...state.counts };
  for (const key of keys) counts[key] = counted(state.counts[key], policyOf(key), now);
  return { isTaken: true, state: { ...state, counts } };
}

/** Forgets what was counted under some keys. */
export function forgive(state: State, ...keys: string[]): State {
  const left = Object.entries(state.counts).filter(([key]) => !keys.includes(key));
  return { ...state, counts: Object.fromEntries(left) };
}

/** Takes the one try back that made `wait`: another's wait stays. */
export function takeBack(state: State, key: string, wait: number): State {
  const count = state.counts[key];
  if (!count) return state;
  const blockedUntil = count.blockedUntil === wait ? 0 : count.blockedUntil;
  return {
    ...state,
    counts: { ...state.counts, [key]: { ...count, failures: Math.max(count.failures - 1, 0), blockedUntil } },
  };
}

/** Whole seconds to wait, at least 1. */
export function secondsUntil(moment: number, now: number): number {
  return Math.max(1, Math.ceil((moment - now) / 1000));
}

function policyOf(key: string): rules.TryPolicy {
  const policy = policies[key.split(" ")[0] ?? ""];
  if (!policy) throw new Error(`nothing is counted under ${key}`);
  return policy;
}

function counted(count: State["counts"][string] | undefined, policy: rules.TryPolicy, now: number) {
  if (!count) return { failures: 1, blockedUntil: 0, updatedAt: now };
  const { freeTries, firstWaitSeconds, longestWaitSeconds, forgetOneAfterSeconds, lasting } = policy;
  const unit = (forgetOneAfterSeconds ?? 0) * 1000;
  const forgettable = Math.max(count.failures - (lasting?.tries ?? 0), 0);
  const forgotten = unit > 0 ? Math.min(forgettable, Math.floor((now - count.updatedAt) / unit)) : 0;
  const failures = count.failures - forgotten + 1;
  const wait = Math.min(firstWaitSeconds * 2 ** Math.min(failures - freeTries, 20), longestWaitSeconds);
  return {
    failures,
    blockedUntil: failures < freeTries ? 0 : now + wait * 1000,
    updatedAt: forgotten === forgettable || unit === 0 ? now : count.updatedAt + forgotten * unit,
  };
}
