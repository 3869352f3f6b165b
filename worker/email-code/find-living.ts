import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { IdQuery, Term } from "../guard.ts";
import type { World } from "../world.ts";
import type { EmailCodePurpose } from "./rules.ts";
import { findLivingCodeOf, subjectOfLivingCode } from "./store.ts";

/** The code that was mailed last to one of several subjects and can still be used, and whose it is. */
export interface LivingCode {
  statement: D1PreparedStatement;
  /** The subject that it was mailed for; NULL where there is none. */
  subject: Term;
}

/** Looks for it among `subjects`, a query of their ids. Nothing of it changes: not how long it lives, nor its tries. */
export function findLivingCode(world: World, purpose: EmailCodePurpose, subjects: IdQuery): LivingCode {
  const of = { purpose, subjects, now: world.now };
  return { statement: findLivingCodeOf(world.db, of), subject: subjectOfLivingCode(of) };
}

/** When the code expires, in milliseconds since 1970; null where there is none. */
export function expiryOf(results: readonly unknown[] | undefined): number | null {
  const [row] = (results ?? []) as { expires_at: number }[];
  return row?.expires_at ?? null;
}
