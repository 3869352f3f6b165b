import { findFiles, readText } from "./source-file.ts";

/** Tables whose feature got a folder of its own after their migration had landed, which is never edited. */
const movedTables: Record<string, string> = {
  app_codes: "totp",
  deletions: "waiting",
  devices: "trusted-browser",
  email_changes: "waiting",
  imports: "user-import",
  invitations: "sign-up",
  oidc_logouts: "logout",
  passkeys_only_changes: "two-factor",
  password_resets: "waiting",
  refused_rows: "user-import",
  sign_ins: "pending-sign-in",
  sign_ups: "sign-up",
  two_factor_resets: "waiting",
  unlocks: "unlock",
  waiting_passwords: "waiting",
};

/** The folder in `worker/` that owns each table, as the `-- owner:` line above its CREATE TABLE says; null without one. */
export function tableOwners(): Map<string, string | null> {
  const owners = new Map<string, string | null>();
  for (const path of findFiles("worker/migrations/*.sql")) {
    for (const [, above = "", table = ""] of readText(path).matchAll(
      /((?:^--.*\n)*)^CREATE TABLE (?:IF NOT EXISTS )?(\w+)/gm,
    )) {
      owners.set(table, movedTables[table] ?? /^-- owner: ([\w-]+)$/m.exec(above)?.[1] ?? null);
    }
  }
  return owners;
}

/** The tables that a piece of SQL inserts into, updates or deletes from. */
export function tablesWritten(sql: string): string[] {
  const writes = sql.matchAll(/\b(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE(?: OR \w+)?|DELETE FROM)\s+(\w+)/g);
  return [...writes].map(([, table = ""]) => table).filter((table) => table !== "SET");
}
