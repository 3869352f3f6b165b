import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { macsOf } from "../crypto/mac.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { type EmailCodePurpose, macContext } from "./rules.ts";
import { codeIsUnspent, endCodes, giveTryBack, judgeCode } from "./store.ts";

/** A code that is judged when `statement` is run, and spent only by the caller's own batch. */
export interface EmailCodeJudgement {
  statement: D1PreparedStatement;
  read: (result: D1Result | undefined) => Outcome<void, "wrong_code" | "code_expired", { attemptsLeft?: number }>;
  /** Holds while the code is still unspent: what guards the first statement of the batch that spends it. */
  isUnspent: Guard;
  spend: D1PreparedStatement;
  /** Makes up for the try, where the code was right and what came with it was refused. */
  giveTryBack: D1PreparedStatement;
}

/** Judges a code whose right answer may still be refused, such as for the password that comes with it. Every try counts. */
export async function judgeEmailCode(
  world: World,
  { purpose, subject, code }: { purpose: EmailCodePurpose; subject: string; code: string },
  guard: Guard,
): Promise<EmailCodeJudgement> {
  const macs = await macsOf(world.settings.macKey, macContext(purpose, subject), code);
  return {
    statement: judgeCode(world.db, { purpose, subject, macs, now: world.now }, guard),
    read(result) {
      const [row] = (result?.results ?? []) as { tries_left: number; is_right: 0 | 1 }[];
      if (!row) return fail("code_expired");
      return row.is_right ? ok(undefined) : fail("wrong_code", { attemptsLeft: row.tries_left });
    },
    isUnspent: codeIsUnspent(purpose, subject),
    spend: endCodes(world.db, purpose, subject, world.now),
    giveTryBack: giveTryBack(world.db, purpose, subject),
  };
}
