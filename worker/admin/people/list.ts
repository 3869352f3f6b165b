import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { PeoplePage, PersonSummary } from "../../../shared/contract/admin.ts";
import { localeOf } from "../../../shared/contract/locale.ts";
import { emailKeys } from "../../email-address/rules.ts";
import { formatCursor, type PageEnd } from "../../http/cursor.ts";
import { noPassword } from "../../password/hash.ts";
import type { World } from "../../world.ts";
import { findPeople, findPersonByEmail, type PersonRow } from "./store.ts";

/** A page of people in the order in which their accounts were made: a statement of a batch, and what reads it. */
export function peoplePage(
  world: World,
  after: PageEnd | null,
  limit: number,
): { statement: D1PreparedStatement; read: (result: D1Result | undefined) => PeoplePage } {
  return {
    statement: findPeople(world.db, after ?? { at: -1, id: "" }, limit + 1),
    read(result) {
      const people = ((result?.results ?? []) as unknown as PersonRow[]).map(summaryOf);
      const shown = people.slice(0, limit);
      const last = people.length > limit ? shown.at(-1) : undefined;
      const next = last && formatCursor({ at: Date.parse(last.createdAt), id: last.id });
      return { people: shown, ...(next !== undefined && { next }) };
    },
  };
}

/** The person of an address, however it is spelled, in one round trip; null where there is none. */
export async function findPerson(world: World, email: string): Promise<PersonSummary | null> {
  const row = await findPersonByEmail(world.db, emailKeys(email)).first<PersonRow>();
  return row && summaryOf(row);
}

/** Whether somebody can sign in, and if not, why. */
export function statusOfPerson(disabledAt: number | null, passwordHash: string): PersonSummary["status"] {
  if (disabledAt !== null) return "disabled";
  return passwordHash === noPassword ? "invited" : "active";
}

function summaryOf(row: PersonRow): PersonSummary {
  return {
    id: row.id,
    email: row.email,
    locale: localeOf(row.locale),
    createdAt: new Date(row.created_at).toISOString(),
    status: statusOfPerson(row.disabled_at, row.password_hash),
  };
}
