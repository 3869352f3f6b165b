import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import { macsOf } from "../crypto/mac.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { canonicalRecoveryCode, macContext } from "./rules.ts";
import { codeIsUnused, findUnusedCode, spendCode } from "./store.ts";

/** A recovery code that is looked up when `statement` is run, and spent only by the caller's own batch. */
export interface RecoveryCodeJudgement {
  statement: D1PreparedStatement;
  /** Whether it is one of the account's and unspent. */
  read: (result: D1Result | undefined) => boolean;
  /** Holds while it is unspent: guards the rest of the batch that spends it. */
  isUnspent: Guard;
  /** Spends it while `guard` holds, behind the rest of that batch: once, under any concurrency (promise C3). */
  spend: (guard: Guard) => D1PreparedStatement;
}

/** Judges a recovery code, which is lost to nobody whose sign-in fails for another reason. */
export async function judgeRecoveryCode(
  world: World,
  accountId: string,
  typed: string,
): Promise<RecoveryCodeJudgement> {
  const macs = await macsOf(world.settings.macKey, macContext(accountId), canonicalRecoveryCode(typed));
  return {
    statement: findUnusedCode(world.db, accountId, macs),
    read: (result) => result?.results.length === 1,
    isUnspent: codeIsUnused(accountId, macs),
    spend: (guard) => spendCode(world.db, accountId, macs, world.now, guard),
  };
}
