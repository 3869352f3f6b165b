import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { Guard, Term } from "../../guard.ts";
import type { PasskeyPlace } from "../../passkey/verify.ts";
import type { RecoveryCodeJudgement } from "../../recovery-code/judge.ts";
import type { World } from "../../world.ts";
import {
  accountOfSuspended,
  codeIsUnspent,
  countIsBelow,
  disputedCredentialsOf,
  findDisputedPasskey,
  findSuspendedApps,
  findSuspendedCode,
  findSuspendedPasskeys,
  hasSuspendedPasskey,
  noteCount,
  spendCode,
  spendStep,
} from "./store.ts";

/** A statement that reads the suspended apps of an account, as `verifyTotpCode` takes them. */
export function suspendedAppsToVerify(world: World, accountId: string): D1PreparedStatement {
  return findSuspendedApps(world.db, accountId);
}

/** Spends a step of a suspended app, once, ever (promise C1). */
export function spendSuspendedStep(world: World): (id: string, step: number) => Promise<unknown> {
  return (id, step) => spendStep(world.db, id, step, world.now);
}

/** A statement that reads the suspended passkeys of an account, as a request to the browser names them. */
export function suspendedPasskeysToList(world: World, accountId: Term): D1PreparedStatement {
  return findSuspendedPasskeys(world.db, accountId);
}

/** Holds where the account has a suspended passkey. */
export function suspendedPasskeyExists(accountId: Term): Guard {
  return hasSuspendedPasskey(accountId);
}

/** The id of the account whose suspended passkey this is; null where it is nobody's. */
export function accountOfSuspendedPasskey(credentialId: string): Term {
  return accountOfSuspended(credentialId);
}

/** A statement that reads the disputed passkey of a credential: suspended, or removed in the disputed time. */
export function disputedPasskeyToVerify(world: World, credentialId: string): D1PreparedStatement {
  return findDisputedPasskey(world.db, credentialId);
}

/** The credentials of passkeys that their owner may yet keep or restore, as a JSON array. */
export function disputedCredentials(accountId: string): Term {
  return disputedCredentialsOf(accountId);
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
