import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import type { ImportProgress, RefusalReason } from "../../shared/contract/user-import.ts";
import { chunkRows } from "../../shared/contract/user-import.ts";
import { methodsIn } from "../../shared/locales/methods.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { insertImportedAccounts } from "../account/import.ts";
import { recordEventOfMany } from "../activity/record.ts";
import { randomId } from "../crypto/random.ts";
import { type Guard, known } from "../guard.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { noteDone } from "../operator/store.ts";
import { readForeignHash } from "../password/foreign/read.ts";
import { insertImportedPasswords } from "../password/store.ts";
import { insertImportedApps } from "../totp/import.ts";
import type { World } from "../world.ts";
import { progressOf } from "./read.ts";
import { type Person, type RowCircumstances, readPerson, splitLines } from "./rules.ts";
import { advance, findImport, type ImportRow, insertAlreadyHere, insertRefused, isAt } from "./store.ts";

interface NewPerson extends Person {
  row: number;
  accountId: string;
}

interface JudgedRows {
  people: NewPerson[];
  refused: { row: number; reason: RefusalReason; field?: string }[];
}

/** Lines of a file of people; `offset` of them come before. */
export interface Chunk {
  offset: number;
  bytes: Uint8Array;
}

/**
 * Takes the next rows of an import: each becomes an account or a line of the report, in one transaction with the place
 * where the import is. A chunk whose rows were taken before changes nothing, no matter how often it is sent at once.
 * `import_rows_missing`: rows between those that were taken and this chunk.
 */
export async function takeRows(
  world: World,
  operator: CurrentOperator,
  importId: string,
  { offset, bytes }: Chunk,
): Promise<Outcome<ImportProgress, "not_found" | "import_rows_missing" | "invalid_request", ProblemDetails>> {
  const lines = splitLines(bytes);
  if (lines.length > chunkRows) {
    return fail("invalid_request", { fields: [{ path: "", message: `expected at most ${chunkRows} rows` }] });
  }
  const before = await findImport(world.db, importId).first<ImportRow>();
  if (!before) return fail("not_found");
  if (offset > before.rows_judged) return fail("import_rows_missing", { nextRow: before.rows_judged });
  if (offset < before.rows_judged || lines.length === 0) return ok(progressOf(before));

  const judged = judge(world, lines, { offset, emailsVerified: before.emails_verified === 1 });
  const isNext = isAt(importId, offset);
  const did = `imported rows ${offset + 1} to ${offset + lines.length} of ${importId}`;
  const results = await world.db.batch([
    ...(await keepPeople(world, judged.people, isNext)),
    insertRefused(world.db, importId, judged.refused, isNext),
    insertAlreadyHere(world.db, importId, judged.people, isNext),
    noteDone(world, operator, { did, targetId: known(importId) }, isNext),
    advance(world.db, importId, { from: offset, to: offset + lines.length }, judged.people),
    findImport(world.db, importId),
  ]);
  const [after] = (results.at(-1)?.results ?? []) as ImportRow[];
  return after ? ok(progressOf(after)) : fail("not_found");
}

function judge(
  world: World,
  lines: readonly Uint8Array[],
  { offset, emailsVerified }: Pick<RowCircumstances, "emailsVerified"> & { offset: number },
): JudgedRows {
  const judged: JudgedRows = { people: [], refused: [] };
  for (const [at, line] of lines.entries()) {
    const row = offset + at + 1;
    const person = readPerson(line, { now: world.now, emailsVerified });
    const hash = person.ok ? readForeignHash(person.value.passwordHash) : person;
    if (person.ok && hash.ok) {
      judged.people.push({ ...person.value, passwordHash: hash.value, row, accountId: randomId(world.random) });
    } else if (!hash.ok) judged.refused.push({ row, reason: hash.code, ...hash.details });
  }
  return judged;
}

/** The accounts first; all else is of those that were made. */
async function keepPeople(world: World, people: readonly NewPerson[], guard: Guard): Promise<D1PreparedStatement[]> {
  const apps = people.flatMap(({ accountId, locale, apps: keys }) =>
    keys.map((key) => ({ ...key, accountId, name: methodsIn[locale].app })),
  );
  return [
    insertImportedAccounts(
      world,
      people.map(({ accountId: id, email, emailVerified, locale, createdAt }) => ({
        id,
        email,
        emailVerified,
        locale,
        createdAt,
      })),
      guard,
    ),
    insertImportedPasswords(
      world,
      people.map(({ accountId, passwordHash: hash, createdAt: changedAt }) => ({ accountId, hash, changedAt })),
    ),
    await insertImportedApps(world, apps),
    recordEventOfMany(
      world,
      people.map(({ accountId }) => accountId),
      "account_imported",
    ),
  ];
}
