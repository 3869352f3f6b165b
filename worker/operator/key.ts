import type { D1DatabaseSession } from "@cloudflare/workers-types";
import type { OperatorScope } from "../../shared/contract/operator.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { type RandomBytes, randomId } from "../crypto/random.ts";
import { hashToken, newToken } from "../crypto/token.ts";
import { keyPrefix, scopesText } from "./rules.ts";
import { findOperators, insertOperator, type OperatorRow, revokeKey } from "./store.ts";

/** A key to make: whose it is, what it is good for, and for how many days. */
export interface KeyWish {
  name: string;
  scopes: readonly OperatorScope[];
  days: number;
}

/** Makes an operator's key of 256 random bits and keeps its hash; `key` is shown once and is nowhere else. */
export async function createOperatorKey(
  db: D1DatabaseSession,
  { name, scopes, days }: KeyWish,
  { now, random }: { now: number; random: RandomBytes },
): Promise<{ id: string; key: string; expiresAt: number }> {
  const id = randomId(random);
  const key = keyPrefix + (await newToken(random)).token;
  const expiresAt = now + days * 24 * 60 * 60_000;
  const row = { id, name, keyHash: await hashToken(key), scopes: scopesText(scopes), now, expiresAt };
  await insertOperator(db, row).run();
  return { id, key, expiresAt };
}

/** Every key, the revoked and expired ones too, the newest first. */
export function listOperatorKeys(db: D1DatabaseSession): Promise<OperatorRow[]> {
  return findOperators(db);
}

/** Ends a key from its next call on. `not_found`: there is none of that id, or it is revoked already. */
export async function revokeOperatorKey(
  db: D1DatabaseSession,
  id: string,
  now: number,
): Promise<Outcome<void, "not_found">> {
  const { results } = await revokeKey(db, id, now).all();
  return results.length === 1 ? ok(undefined) : fail("not_found");
}
