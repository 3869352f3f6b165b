import type { DisputedKind } from "../../shared/contract/not-me.ts";

/** How a row of another feature's table is read to be set aside: pieces of SQL, in which `t` is that table. */
export interface Source {
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
export const sources: Record<DisputedKind, Source> = {
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
    content: object("created_at", "last_used_at"),
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
    content: object("token_hash", "user_agent", "place", "created_at", "last_used_at", "expires_at"),
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
