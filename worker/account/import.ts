import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Locale } from "../../shared/contract/account.ts";
import { emailKey, emailKeys, keptAddress } from "../email-address/rules.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { insertImported } from "./store.ts";

/** An account to be, of somebody who had one elsewhere; `createdAt` in milliseconds. */
export interface ImportedAccount {
  id: string;
  email: string;
  emailVerified: boolean;
  locale: Locale;
  createdAt: number;
}

/**
 * A statement that makes accounts of people from elsewhere while `guard` holds. Of an address that has an account, or
 * comes twice, nothing is changed and no account of that id is made.
 */
export function insertImportedAccounts(
  world: World,
  accounts: readonly ImportedAccount[],
  guard: Guard,
): D1PreparedStatement {
  const rows = accounts.map(({ emailVerified, ...account }) => ({
    ...account,
    email: keptAddress(account.email),
    emailKey: emailKey(account.email),
    emailKeys: emailKeys(account.email),
    unproved: emailVerified ? (0 as const) : (1 as const),
  }));
  return insertImported(world.db, rows, guard);
}
