import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { World } from "../world.ts";
import type { DisputedTime } from "./rules.ts";
import { findUndisputed } from "./store.ts";

/** What of an account was not added in a disputed time: the ids of apps and passkeys, and whether recovery codes are left. */
export interface Undisputed {
  app: string[];
  passkey: string[];
  recovery: boolean;
  /** Whether the account accepts only passkeys. */
  passkeysOnly: boolean;
}

/** A statement that reads it, for `undisputedOf`. */
export function readUndisputed(world: World, accountId: string, time: DisputedTime): D1PreparedStatement {
  return findUndisputed(world.db, accountId, time);
}

/** What it answered. */
export function undisputedOf(result: D1Result | undefined): Undisputed {
  const rows = (result?.results ?? []) as { id: string; kind: string }[];
  const idsOf = (kind: string) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  return {
    app: idsOf("app"),
    passkey: idsOf("passkey"),
    recovery: idsOf("recovery_codes").length > 0,
    passkeysOnly: idsOf("passkeys_only").length > 0,
  };
}
