import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { DisputedKind } from "../../shared/contract/not-me.ts";
import type { Guard, Term } from "../guard.ts";
import { known } from "../guard.ts";
import type { World } from "../world.ts";
import type { DisputedTime } from "./rules.ts";

/** How a row of another feature's table is read to be set aside: pieces of SQL, in which `t` is that table. */
interface Source {
  table: string;
  /** Its id; `?` where one is made for it. */
  id: string;
  name: string;
  /** When it was added, in milliseconds since 1970. */
  addedAt: string;
  /** The whole row as JSON, by the names of its columns. */
  content: string;
  /** What else has to hold of the row. */
  which: string;
}

const object = (...columns: string[]) => `json_object(${columns.map((name) => `'${name}', t.${name}`).join(", ")})`;

/** Every kind that can be set aside. Recovery codes are one item, for they are made and voided together. */
const sources: Record<DisputedKind, Source> = {
  app: {
    table: "app_codes",
    id: "t.id",
    name: "t.name",
    addedAt: "t.confirmed_at",
    content: object(
      "name",
      "sealed_secret",
      "created_at",
      "expires_at",
      "confirmed_at",
      "last_step",
      "last_used_at",
      "algorithm",
      "period",
    ),
    which: "t.confirmed_at IS NOT NULL",
  },
  email: {
    table: "email_methods",
    id: "t.id",
    name: "(SELECT email FROM accounts WHERE accounts.id = t.account_id)",
    addedAt: "t.created_at",
    content: object("name", "created_at", "last_used_at"),
    which: "1",
  },
  passkey: {
    table: "passkeys",
    id: "t.id",
    name: "t.name",
    addedAt: "t.created_at",
    content: object(
      "credential_id",
      "public_key",
      "sign_count",
      "transports",
      "backup_eligible",
      "backed_up",
      "user_verified",
      "discoverable",
      "aaguid",
      "name",
      "created_at",
      "last_used_at",
    ),
    which: "1",
  },
  recovery_codes: {
    table: "recovery_codes",
    id: "?",
    name: "''",
    addedAt: "t.created_at",
    content: `(SELECT json_object('created_at', t.created_at, 'codes', json_group_object(c.mac, c.used_at))
                 FROM recovery_codes c WHERE c.account_id = t.account_id)`,
    // One row stands for the set.
    which: "t.mac = (SELECT min(c.mac) FROM recovery_codes c WHERE c.account_id = t.account_id)",
  },
  browser: {
    table: "devices",
    id: "t.id",
    name: "t.user_agent",
    addedAt: "t.created_at",
    content: object("token_hash", "name", "user_agent", "place", "created_at", "last_used_at", "expires_at"),
    which: "1",
  },
  two_factor_reset: {
    table: "two_factor_resets",
    id: "t.id",
    name: "t.operator",
    addedAt: "t.created_at",
    content: object("operator", "created_at", "ready_at"),
    which: "1",
  },
};

export interface SetAsideRow {
  id: string;
  kind: DisputedKind;
  state: "suspended" | "removed";
  name: string;
  added_at: number;
  ip: string;
  user_agent: string;
  place: string | null;
  set_aside_at: number;
  disputed_at: number | null;
}

/** Notes by whom something was added, in the place of what was noted of it before, while `guard` holds. */
export function insertBinding(
  db: D1DatabaseSession,
  row: {
    accountId: string;
    kind: DisputedKind;
    itemId: Term;
    now: number;
    sessionId: string;
    ip: string;
    userAgent: string;
    place: string | null;
  },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO bindings (account_id, kind, item_id, at, session_id, ip, user_agent, place)
       SELECT ?, ?, ${row.itemId.sql}, ?, ?, ?, ?, ? WHERE ${guard.sql}
       ON CONFLICT (account_id, kind, item_id) DO UPDATE
         SET at = excluded.at, session_id = excluded.session_id, ip = excluded.ip,
             user_agent = excluded.user_agent, place = excluded.place, kept_at = NULL`,
    )
    .bind(
      row.accountId,
      row.kind,
      ...row.itemId.values,
      row.now,
      row.sessionId,
      row.ip,
      row.userAgent,
      row.place,
      ...guard.values,
    );
}

/** When an item was added, or with no id the newest of its kind; 0 where that is not known. */
export function addedLast(accountId: string, kind: DisputedKind, id: string | null): Term {
  return {
    sql: "(SELECT coalesce(max(at), 0) FROM bindings WHERE account_id = ? AND kind = ? AND (? = '' OR item_id = ?))",
    values: [accountId, kind, id ?? "", id ?? ""],
  };
}

/** When something of some kinds was removed last; 0 where nothing was. */
export function removedLast(accountId: string, kinds: readonly DisputedKind[]): Term {
  return {
    sql: `(SELECT coalesce(max(set_aside_at), 0) FROM set_aside
            WHERE account_id = ? AND kind IN (SELECT value FROM json_each(?)) AND state = 'removed')`,
    values: [accountId, JSON.stringify(kinds)],
  };
}

/** A statement that notes that the owner kept an item, so that nothing disputes it again, while `guard` holds. */
export function noteKept(world: World, id: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(
      `INSERT INTO bindings (account_id, kind, item_id, at, session_id, ip, user_agent, place, kept_at)
       SELECT account_id, kind, iif(kind = 'recovery_codes', kind, id), added_at, coalesce(added_by, ''), ip,
              user_agent, place, ?
         FROM set_aside WHERE id = ? AND ${guard.sql}
       ON CONFLICT (account_id, kind, item_id) DO UPDATE SET kept_at = excluded.kept_at`,
    )
    .bind(world.now, id, ...guard.values);
}

/** How something is set aside, by whom and when. */
export interface SettingAside {
  accountId: string;
  state: SetAsideRow["state"];
  now: number;
  sessionId: string;
  /** The id of what has none of its own. */
  newId: string;
}

/** Copies rows of one kind into what is set aside, those of which `which` holds, while `guard` does. */
export function insertSetAside(
  db: D1DatabaseSession,
  kind: DisputedKind,
  { accountId, state, now, sessionId, newId }: SettingAside,
  which: Guard,
  guard: Guard,
): D1PreparedStatement {
  const { table, id, name, addedAt, content, which: rows } = sources[kind];
  const itemId = id === "?" ? `'${kind}'` : id;
  return db
    .prepare(
      `INSERT INTO set_aside (id, account_id, kind, state, name, added_at, added_by, ip, user_agent, place,
                              set_aside_at, removed_by, disputed_at, content)
       SELECT ${id}, t.account_id, '${kind}', ?, ${name}, ${addedAt}, b.session_id, coalesce(b.ip, ''),
              coalesce(b.user_agent, ''), b.place, ?, ?, ?, ${content}
         FROM ${table} t
         LEFT JOIN bindings b ON b.account_id = t.account_id AND b.kind = '${kind}' AND b.item_id = ${itemId}
        WHERE t.account_id = ? AND ${rows} AND ${which.sql} AND ${guard.sql}`,
    )
    .bind(
      ...(id === "?" ? [newId] : []),
      state,
      now,
      sessionId,
      state === "suspended" ? now : null,
      accountId,
      ...which.values,
      ...guard.values,
    );
}

/** Holds of a row of this kind that was added in the disputed time, and not kept by its owner since. */
export function addedIn(kind: DisputedKind, { since, sessionId, reachesBack }: DisputedTime): Guard {
  const { addedAt } = sources[kind];
  // What waits is stopped whenever it began.
  if (kind === "two_factor_reset") return { sql: "1", values: [] };
  return {
    sql: `b.kept_at IS NULL AND (${addedAt} >= ? OR (b.session_id = ? AND b.session_id <> '' AND ${addedAt} >= ?))`,
    values: [since, sessionId, reachesBack],
  };
}

/** Holds of the row of this id, or with none of every one. */
export function idIs(id: string | null): Guard {
  return id === null ? { sql: "1", values: [] } : { sql: "t.id = ?", values: [id] };
}

/** Holds, in a statement on any of the tables of `sources`, of rows whose copy is set aside. */
export function isSetAside(accountId: string): Guard {
  return { sql: "id IN (SELECT s.id FROM set_aside s WHERE s.account_id = ?)", values: [accountId] };
}

/** Holds while this item of the account is set aside and disputed. */
export function itemIsDisputed(accountId: string, id: string): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM set_aside WHERE id = ? AND account_id = ? AND disputed_at IS NOT NULL)",
    values: [id, accountId],
  };
}

/** Holds while anything of the account waits for its owner's decision. */
export function somethingIsDisputed(accountId: string): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM set_aside WHERE account_id = ? AND disputed_at IS NOT NULL)",
    values: [accountId],
  };
}

/** Holds where a method from before the disputed time was removed in it, once `offerRemoved` has run. */
export function methodWasRemoved(accountId: string, time: DisputedTime): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM set_aside WHERE account_id = ? AND kind IN ('app', 'email', 'passkey')
            AND state = 'removed' AND added_at < ? AND added_by IS NOT ? AND disputed_at IS NOT NULL)`,
    values: [accountId, time.since, time.sessionId || "-"],
  };
}

/** Disputes what was removed in the disputed time, while `guard` holds. */
export function disputeRemoved(
  db: D1DatabaseSession,
  accountId: string,
  { since, sessionId, reachesBack }: DisputedTime,
  now: number,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE set_aside SET disputed_at = ?
        WHERE account_id = ? AND state = 'removed' AND disputed_at IS NULL
          AND (set_aside_at >= ? OR (removed_by = ? AND removed_by <> '' AND set_aside_at >= ?)) AND ${guard.sql}`,
    )
    .bind(now, accountId, since, sessionId, reachesBack, ...guard.values);
}

const columns = "id, kind, state, name, added_at, ip, user_agent, place, set_aside_at, disputed_at";

/** A statement that reads all that is set aside of an account, for `itemsSetAside`. */
export function readSetAside(world: World, accountId: string): D1PreparedStatement {
  return world.db
    .prepare(`SELECT ${columns} FROM set_aside WHERE account_id = ${known(accountId).sql} ORDER BY added_at DESC, id`)
    .bind(...known(accountId).values);
}

/** A statement that takes an item away for good, while `guard` holds: of many at once, one answers a row. */
export function forgetItem(world: World, accountId: string, id: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(
      `DELETE FROM set_aside WHERE id = ? AND account_id = ? AND disputed_at IS NOT NULL AND ${guard.sql} RETURNING id`,
    )
    .bind(id, accountId, ...guard.values);
}

/** Takes away what was set aside before `before`, `limit` at most; answers how many went. */
export async function deleteOldItems(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare("DELETE FROM set_aside WHERE id IN (SELECT id FROM set_aside WHERE set_aside_at < ? LIMIT ?)")
    .bind(before, limit)
    .run();
  return meta.changes;
}

/** Takes away what is known of what was added before `before`, `limit` at most; answers how many went. */
export async function deleteOldBindings(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM bindings WHERE (account_id, kind, item_id) IN
         (SELECT account_id, kind, item_id FROM bindings WHERE at < ? LIMIT ?)`,
    )
    .bind(before, limit)
    .run();
  return meta.changes;
}

/** A statement that reads it, for `undisputedOf`. */
export function readUndisputed(world: World, accountId: string, time: DisputedTime): D1PreparedStatement {
  const kinds = ["app", "passkey", "recovery_codes"] as const;
  const parts = kinds.map((kind) => {
    const { table, id, which } = sources[kind];
    const itemId = id === "?" ? `'${kind}'` : id;
    const added = addedIn(kind, time);
    return {
      sql: `SELECT ${itemId} AS id, '${kind}' AS kind
              FROM ${table} t
              LEFT JOIN bindings b ON b.account_id = t.account_id AND b.kind = '${kind}' AND b.item_id = ${itemId}
             WHERE t.account_id = ? AND ${which} AND NOT (${added.sql})`,
      values: [accountId, ...added.values],
    };
  });
  const setting = {
    sql: "SELECT id, 'passkeys_only' AS kind FROM accounts WHERE id = ? AND passkeys_only = 1",
    values: [accountId],
  };
  const all = [...parts, setting];
  return world.db
    .prepare(`${all.map(({ sql }) => sql).join(" UNION ALL ")}`)
    .bind(...all.flatMap(({ values }) => values));
}
