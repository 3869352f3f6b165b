import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { always, type Guard, type Term } from "../guard.ts";
import type { World } from "../world.ts";
import { accountPrefix, type CountedMethod, foreverSeconds, methodCodes, methodPrefix, secondFactor } from "./rules.ts";
import { type Counter, forgiveTries, forgiveTriesWhile, tryToTake } from "./take-try.ts";

/** The try of a second step, by sign-in or step-up. */
export interface SecondFactorTry {
  statements: D1PreparedStatement[];
  isTaken: Guard;
  /** How many wrong ones in a row it makes. `method_disabled`: a hundred of this method were wrong. */
  read: (
    results: readonly D1Result[],
  ) => Outcome<WrongInARow, "too_many_attempts" | "method_disabled", { retryAfter?: number }>;
}

/** Wrong second steps in a row, the one at hand included. */
export interface WrongInARow {
  /** Of the account, by whatever method. */
  ofAccount: number;
  /** Of the method; 0 for recovery codes and passkeys, which are never disabled. */
  ofMethod: number;
}

/**
 * Counts a second step with all others of its account, whatever asked for it, and with those of its method (promise G1).
 * A recovery code has 80 bits and a passkey more: they are slowed with the rest and never disabled.
 * Only a right second step makes forget: no new sign-in, no new code, no password.
 */
export function secondFactorTry(
  world: World,
  accountId: Term,
  method: CountedMethod,
  guard: Guard = always,
): SecondFactorTry {
  const ofAccount: Counter = { key: prefixed(accountPrefix, accountId), policy: secondFactor };
  const ofMethod: Counter = { key: prefixed(methodPrefix(method), accountId), policy: methodCodes };
  const attempt = tryToTake(world, canBeGuessed(method) ? [ofAccount, ofMethod] : [ofAccount], guard);
  return {
    ...attempt,
    read(results) {
      const taken = attempt.read(results);
      if (taken.ok) {
        const [account, method] = taken.value;
        return ok({ ofAccount: account?.failures ?? 0, ofMethod: method?.failures ?? 0 });
      }
      const isDisabled = (taken.details.retryAfter ?? 0) > foreverSeconds / 2;
      return isDisabled ? fail("method_disabled") : taken;
    },
  };
}

/** A statement that forgets the wrong second steps of an account, and those of the method that was right. */
export function forgiveSecondFactor(world: World, accountId: string, method: CountedMethod): D1PreparedStatement {
  return forgiveTries(world, `${accountPrefix}${accountId}`, `${methodPrefix(method)}${accountId}`);
}

/**
 * A statement that lets a method be used again that wrong codes disabled, because it has been set up again, while
 * `guard` holds.
 */
export function enableMethod(
  world: World,
  accountId: string,
  method: CountedMethod,
  guard: Guard,
): D1PreparedStatement {
  return forgiveTriesWhile(world, guard, `${methodPrefix(method)}${accountId}`);
}

function canBeGuessed(method: CountedMethod): boolean {
  return method === "app" || method === "email";
}

function prefixed(prefix: string, { sql, values }: Term): Term {
  return { sql: `? || ${sql}`, values: [prefix, ...values] };
}
