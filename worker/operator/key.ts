import type { D1DatabaseSession } from "@cloudflare/workers-types";
import * as v from "valibot";
import type { OperatorKey } from "../../shared/contract/admin.ts";
import { type OperatorScope, operatorScope } from "../../shared/contract/operator.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { type RandomBytes, randomId } from "../crypto/random.ts";
import { hashToken, newToken } from "../crypto/token.ts";
import { known } from "../guard.ts";
import { day } from "../time.ts";
import type { World } from "../world.ts";
import { readForOperator } from "./log.ts";
import { type CurrentOperator, keyPrefix, scopesText } from "./rules.ts";
import { findOperators, insertOperator, keyIsUnrevoked, noteDone, type OperatorRow, revokeKey } from "./store.ts";

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
  const expiresAt = now + days * day;
  const row = { id, name, keyHash: await hashToken(key), scopes: scopesText(scopes), now, expiresAt };
  await insertOperator(db, row).run();
  return { id, key, expiresAt };
}

/** Every key, the revoked and expired ones too, the newest first. */
export async function listOperatorKeys(db: D1DatabaseSession): Promise<OperatorRow[]> {
  const { results } = await findOperators(db).all<OperatorRow>();
  return results;
}

/** The same for a key that calls, which the log tells of. */
export async function showOperatorKeys(world: World, operator: CurrentOperator): Promise<OperatorKey[]> {
  const did = "operator_listed_keys";
  const rows = await readForOperator<OperatorRow>(world, operator, { did }, findOperators(world.db));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes.split(" ").filter((scope) => v.is(operatorScope, scope)),
    createdAt: new Date(row.created_at).toISOString(),
    lastUsedAt: timeOf(row.last_used_at),
    expiresAt: new Date(row.expires_at).toISOString(),
    revokedAt: timeOf(row.revoked_at),
    current: row.id === operator.id,
  }));
}

/**
 * Ends a key by another one, or by itself, from its next call on. `not_found`: there is none of that id, or it is revoked
 * already. The last key may go too: keys are made by a command, which needs none.
 */
export async function revokeKeyByKey(
  world: World,
  operator: CurrentOperator,
  id: string,
): Promise<Outcome<void, "not_found">> {
  const results = await world.db.batch([
    noteDone(world, operator, { did: "operator_revoked_key", targetId: known(id) }, keyIsUnrevoked(id)),
    revokeKey(world.db, id, world.now),
  ]);
  return results.at(-1)?.results.length === 1 ? ok(undefined) : fail("not_found");
}

function timeOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
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
