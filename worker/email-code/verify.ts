import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { macsOf } from "../crypto/mac.ts";
import type { World } from "../world.ts";
import { type EmailCodePurpose, macContext } from "./rules.ts";
import { tryCode } from "./store.ts";

/** Which code is tried, and what the person typed. */
export interface EmailCodeAttempt {
  purpose: EmailCodePurpose;
  subject: string;
  /** The code's own id, where the caller names one. */
  id?: string;
  code: string;
}

/**
 * Judges a code of one purpose and subject, and spends it when it is right: once, under any concurrency.
 * It proves that somebody reads the address, and nothing more; what that means is its caller's to decide.
 */
export async function verifyEmailCode(
  world: World,
  { purpose, subject, id, code }: EmailCodeAttempt,
): Promise<Outcome<void, "wrong_code" | "code_expired", { attemptsLeft?: number }>> {
  const macs = await macsOf(world.settings.macKey, macContext(purpose, subject), code);
  const row = await tryCode(world.db, { purpose, subject, id: id ?? null, macs, now: world.now });
  if (!row) return fail("code_expired");
  return row.ended_at === null ? fail("wrong_code", { attemptsLeft: row.tries_left }) : ok(undefined);
}
