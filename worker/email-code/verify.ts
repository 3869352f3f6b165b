import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { macsOf } from "../crypto/mac.ts";
import { always, type Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { macContext } from "./rules.ts";
import type { WhichCode } from "./store.ts";
import { tryCode } from "./store.ts";

/** Which code is tried, and what the person typed. */
export interface EmailCodeAttempt extends WhichCode {
  code: string;
}

/** A code that is judged, and spent where it is right, when `statement` is run. */
export interface EmailCodeToVerify {
  statement: D1PreparedStatement;
  read: (result: D1Result | undefined) => Outcome<void, "wrong_code" | "code_expired", { attemptsLeft?: number }>;
}

/**
 * Judges a code of one purpose and subject, and spends it when it is right: once, under any concurrency.
 * It proves that somebody reads the address, and nothing more; what that means is its caller's to decide.
 */
export async function verifyEmailCode(
  world: World,
  attempt: EmailCodeAttempt,
): Promise<Outcome<void, "wrong_code" | "code_expired", { attemptsLeft?: number }>> {
  const { statement, read } = await emailCodeToVerify(world, attempt, always);
  return read(await statement.all());
}

/** The same in the caller's batch, while `guard` holds, such as that the try was counted. */
export async function emailCodeToVerify(
  world: World,
  { purpose, subject, id, code }: EmailCodeAttempt,
  guard: Guard,
): Promise<EmailCodeToVerify> {
  const macs = await macsOf(world.settings.macKey, macContext(purpose, subject), code);
  return {
    statement: tryCode(world.db, { purpose, subject, id: id ?? null, macs, now: world.now }, guard),
    read(result) {
      const [row] = (result?.results ?? []) as { tries_left: number; ended_at: number | null }[];
      if (!row) return fail("code_expired");
      return row.ended_at === null ? fail("wrong_code", { attemptsLeft: row.tries_left }) : ok(undefined);
    },
  };
}
