import type { UserInfo } from "../../shared/contract/oidc.ts";
import { mayKnow } from "./asked-claims.ts";

/** Somebody as sites may know them. */
export interface PersonRow {
  account_id: string;
  email: string;
  /** 1 while nobody has proved the address. */
  unproved: 0 | 1;
  locale: string;
  /** What they want to be called; null where they have not said. */
  display_name: string | null;
  /** Milliseconds since 1970. */
  created_at: number;
  scope: string;
  /** JSON, as `KeptClaims` has it. */
  claims: string;
}

/** All that a site may know of somebody: by its scopes, and by what it asked for claim by claim. */
export function describePerson(row: PersonRow, asked: readonly string[] | undefined): Omit<UserInfo, "sub"> {
  const [beforeAt = ""] = row.email.split("@");
  const all: Omit<UserInfo, "sub"> = {
    name: row.display_name ?? beforeAt,
    preferred_username: beforeAt,
    locale: row.locale,
    updated_at: Math.floor(row.created_at / 1000),
    email: row.email,
    email_verified: row.unproved === 0,
  };
  const known = mayKnow(row.scope, asked);
  return Object.fromEntries(Object.entries(all).filter(([claim]) => known.has(claim)));
}
