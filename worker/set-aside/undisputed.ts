import type { D1Result } from "@cloudflare/workers-types";

/** What of an account was not added in a disputed time: the ids of apps and passkeys, and whether recovery codes are left. */
export interface Undisputed {
  app: string[];
  passkey: string[];
  recovery: boolean;
  /** Whether the account accepts only passkeys. */
  passkeysOnly: boolean;
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
