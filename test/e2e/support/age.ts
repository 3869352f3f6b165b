import { inject } from "vitest";
import { connectDatabase } from "../../../scripts/connect-database.ts";

const dayMs = 24 * 60 * 60_000;

/**
 * Makes all that protects somebody's account `days` older than it is, as if they had added it that long ago: what a
 * person has had for weeks is beyond what a dispute goes back to.
 */
export async function ageProtection(email: string, days: number): Promise<void> {
  const { db, dispose } = await connectDatabase({ remote: false, persistTo: inject("databaseFolder") });
  const older = (table: string, column: string) =>
    db
      .prepare(
        `UPDATE ${table} SET ${column} = ${column} - ?
          WHERE account_id = (SELECT id FROM accounts WHERE email = ?)`,
      )
      .bind(days * dayMs, email);
  await db.batch([
    older("app_codes", "created_at"),
    older("app_codes", "confirmed_at"),
    older("recovery_codes", "created_at"),
  ]);
  await dispose();
}
