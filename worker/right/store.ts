import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";

/**
 * A statement that fails while `guard` does not hold, and with it the transaction that it begins. SQLite has no RAISE
 * outside of triggers, but it refuses a JSON path that does not begin with `$`, and its message quotes that path.
 */
export function failUnless(db: D1DatabaseSession, guard: Guard, name: string): D1PreparedStatement {
  return db
    .prepare(`SELECT CASE WHEN ${guard.sql} THEN 1 ELSE json_extract('{}', ?) END`)
    .bind(...guard.values, pathOf(name));
}

/** Whether the statement of that name is the one that failed. */
export function hasFailed(error: unknown, name: string): boolean {
  return error instanceof Error && error.message.includes(pathOf(name));
}

function pathOf(name: string): string {
  return `ended:${name}`;
}
