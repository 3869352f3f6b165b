import type { D1Result } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";
import type { PasskeyPlace } from "../../passkey/verify.ts";
import type { RecoveryCodeJudgement } from "../../recovery-code/judge.ts";
import type { World } from "../../world.ts";
import { codeIsUnspent, countIsBelow, findSuspendedCode, noteCount, spendCode, spendStep } from "./store.ts";

/** Spends a step of a suspended app, once, ever (promise C1). */
export function spendSuspendedStep(world: World): (id: string, step: number) => Promise<unknown> {
  return (id, step) => spendStep(world.db, id, step, world.now);
}

/** Whether that passkey is there, and was removed: then it is nobody's to sign in with, and not to be forgotten either. */
export function disputedStateOf(result: D1Result | undefined): "suspended" | "removed" | null {
  const [row] = (result?.results ?? []) as { state: "suspended" | "removed" }[];
  return row?.state ?? null;
}

/** Where the counters of suspended passkeys are. */
export function suspendedPasskeyPlace(world: World): PasskeyPlace {
  return {
    isBelow: countIsBelow,
    noteUse: (use, guard) => noteCount(world.db, use, guard),
  };
}

/** Judges a suspended recovery code, whose possible MACs are `macs`. */
export function judgeSuspendedCode(world: World, accountId: string, macs: string): RecoveryCodeJudgement {
  return {
    statement: findSuspendedCode(world.db, accountId, macs),
    read: (result) => result?.results.length === 1,
    isUnspent: codeIsUnspent(accountId, macs),
    spend: (guard: Guard) => spendCode(world.db, accountId, macs, world.now, guard),
  };
}
