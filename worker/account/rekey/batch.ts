import type { D1DatabaseSession } from "@cloudflare/workers-types";
import { emailKey } from "../../email-address/rules.ts";
import { findByKey, findKeysAfter, type KeyRow, setKey } from "./store.ts";

/** An account, as an administrator is told of it. */
export interface KeyedAccount {
  id: string;
  email: string;
  createdAt: number;
}

/** Two accounts whose addresses are one: the older keeps it, the younger is found by its old spelling alone. */
export interface OneAddress {
  older: KeyedAccount;
  younger: KeyedAccount;
}

/** What became of some accounts; `next` is where to go on, null at the end. */
export interface RekeyedBatch {
  rekeyed: number;
  doubles: OneAddress[];
  next: { createdAt: number; id: string } | null;
}

/**
 * Computes the keys of the next accounts anew, the oldest first, as `emailKey` has them today (promise A1); for the
 * command, since SQL cannot fold an address. It may be stopped and begun again at any point.
 */
export async function rekeyBatch(
  db: D1DatabaseSession,
  after: { createdAt: number; id: string },
  limit: number,
): Promise<RekeyedBatch> {
  const rows = await findKeysAfter(db, after, limit);
  const doubles: OneAddress[] = [];
  let rekeyed = 0;
  for (const row of rows.filter(({ email, email_key }) => emailKey(email) !== email_key)) {
    const next = emailKey(row.email);
    if (await setKey(db, row.id, { old: row.email_key, next })) rekeyed++;
    else {
      const holder = await findByKey(db, next);
      if (holder && holder.id !== row.id) doubles.push(inOrder(row, holder));
    }
  }
  const last = rows.at(-1);
  return {
    rekeyed,
    doubles,
    next: rows.length === limit && last ? { createdAt: last.created_at, id: last.id } : null,
  };
}

function inOrder(one: KeyRow, other: KeyRow): OneAddress {
  const [older, younger] = one.created_at <= other.created_at ? [one, other] : [other, one];
  return { older: told(older), younger: told(younger) };
}

function told({ id, email, created_at }: KeyRow): KeyedAccount {
  return { id, email, createdAt: created_at };
}
