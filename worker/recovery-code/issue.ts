import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { macOf } from "../crypto/mac.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { canonicalRecoveryCode, codesInASet, macContext, newRecoveryCode } from "./rules.ts";
import { codeIsUnused, insertFirstCodes } from "./store.ts";

/** Ten codes to show once; they are good when `statement` answered ten rows, and were never made when it answered none. */
export interface RecoveryCodesToIssue {
  codes: string[];
  statement: D1PreparedStatement;
  /** Holds once they are stored. */
  isIssued: Guard;
}

/** Makes recovery codes for an account that has none, to be stored in the caller's batch while `guard` holds. */
export async function issueRecoveryCodes(world: World, accountId: string, guard: Guard): Promise<RecoveryCodesToIssue> {
  const codes = Array.from({ length: codesInASet }, () => newRecoveryCode(world.random));
  const macs = await Promise.all(
    codes.map((code) => macOf(world.settings.macKey, macContext(accountId), canonicalRecoveryCode(code))),
  );
  const statement = insertFirstCodes(world.db, accountId, macs, world.now, guard);
  return { codes, statement, isIssued: codeIsUnused(accountId, JSON.stringify(macs)) };
}
