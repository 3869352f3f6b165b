import { statusOf } from "../../shared/contract/errors.ts";
import type { OperatorScope } from "../../shared/contract/operator.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { type Failure, fail, type Outcome, ok } from "../../shared/outcome.ts";
import { randomId } from "../crypto/random.ts";
import { hashToken } from "../crypto/token.ts";
import type { Guard } from "../guard.ts";
import { always, either, known, not } from "../guard.ts";
import { networkMac } from "../throttle/key.ts";
import { operatorKeys } from "../throttle/rules.ts";
import { tryToTake } from "../throttle/take-try.ts";
import { minute } from "../time.ts";
import type { World } from "../world.ts";
import { type CurrentOperator, touchEveryMinutes } from "./rules.ts";
import {
  type BegunCallRow,
  findKeyWithScope,
  findScope,
  insertCall,
  keyAllows,
  keyIsGood,
  keyIsThere,
  touchKey,
} from "./store.ts";

/** A call as it came: its key, and the scope that its route asks for. */
export interface OperatorCall {
  key: string;
  scope: OperatorScope;
  method: string;
  /** As the worker has it: `/v1/admin/people/:id`. */
  route: string;
}

/**
 * Finds whose key it is and writes the call down, in one round trip and before anything is done: what was not written
 * down did not happen. A key that is not good counts against the caller's network (promise G2), and where that is
 * slowed, such keys are neither looked at nor written down. A good key is never slowed by others' guesses: nobody
 * guesses 256 bits, and who shares an address with an operator shall not keep them out.
 */
export async function identifyOperator(
  world: World,
  { key, scope, method, route }: OperatorCall,
): Promise<Outcome<CurrentOperator, "operator_key_refused" | "scope_missing" | "too_many_attempts", ProblemDetails>> {
  const keyHash = await hashToken(key);
  const network = await networkMac(world);
  const isGood = keyIsGood(keyHash, world.now);
  const counter = { key: known(`operator-key:network:${network}`), policy: operatorKeys };
  const attempt = network === null ? null : tryToTake(world, [counter], not(isGood));
  const callId = randomId(world.random);
  const row = {
    id: callId,
    keyHash,
    scope,
    at: world.now,
    method,
    route,
    ip: world.caller.ip,
    userAgent: world.caller.userAgent,
    refusals: { key: statusOf.operator_key_refused, scope: statusOf.scope_missing },
  };
  const touch = { now: world.now, notSince: world.now - touchEveryMinutes * minute };
  const counted = attempt?.statements ?? [];
  const results = await world.db.batch([
    ...counted,
    insertCall(world.db, row, attempt ? either(isGood, attempt.isTaken) : always),
    touchKey(world.db, keyHash, touch, isGood),
  ]);
  const [call] = (results[counted.length]?.results ?? []) as BegunCallRow[];
  if (!call) {
    const taken = attempt?.read(results);
    return taken && !taken.ok ? taken : fail("operator_key_refused");
  }
  if (call.operator_id === null || call.status === statusOf.operator_key_refused) return fail("operator_key_refused");
  if (call.status === statusOf.scope_missing) return fail("scope_missing", { scope });
  return ok({ id: call.operator_id, name: call.operator, callId });
}

/** Why a key that was good when its call began may not act any more: it has ended, or has lost the scope. */
export async function refusalOfKey(
  world: World,
  { id }: CurrentOperator,
  scope: OperatorScope,
): Promise<Failure<"operator_key_refused" | "scope_missing", ProblemDetails>> {
  const isGood = await keyIsThere(world.db, id, world.clock());
  return isGood ? fail("scope_missing", { scope }) : fail("operator_key_refused");
}

/** Whether the key of a call has one more scope than its route asks for. */
export async function isScopeOf(world: World, operator: CurrentOperator, scope: OperatorScope): Promise<boolean> {
  return (await findScope(world.db, operator.id, scope, world.clock())) !== null;
}

/** Whether a key is good now, and for `scope` where one is named. It is no call of its own, so nothing is written down. */
export async function keyHasScope(world: World, key: string, scope?: OperatorScope): Promise<boolean> {
  return findKeyWithScope(world.db, await hashToken(key), scope ?? "", world.now);
}

/** Holds at `now` while the key of a call can still act: it is neither revoked nor expired and has the scope. */
export function operatorKeyStands({ id }: CurrentOperator, scope: OperatorScope, now: number): Guard {
  return keyAllows(id, scope, now);
}
