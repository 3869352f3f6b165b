import type { UserInfo } from "../../shared/contract/oidc.ts";
import { mayKnow } from "./asked-claims.ts";
import type { PersonRow } from "./store.ts";

/** All that a site may know of somebody: by its scopes, and by what it asked for claim by claim. */
export function describePerson(row: PersonRow, asked: readonly string[] | undefined): Omit<UserInfo, "sub"> {
  const [name = ""] = row.email.split("@");
  const all: Omit<UserInfo, "sub"> = {
    name,
    preferred_username: name,
    locale: row.locale,
    updated_at: Math.floor(row.created_at / 1000),
    email: row.email,
    email_verified: row.unproved === 0,
  };
  const known = mayKnow(row.scope, asked);
  return Object.fromEntries(Object.entries(all).filter(([claim]) => known.has(claim)));
}
