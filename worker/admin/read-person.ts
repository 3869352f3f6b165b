import type { PeoplePage, PersonDetails } from "../../shared/contract/admin.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { type AccountWithPassword, accountWithPasswordOf, findAccountStatement } from "../account/read.ts";
import { always, known } from "../guard.ts";
import { notACursor, type PageEnd, parseCursor, type WrongCursor } from "../http/cursor.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { noteDone } from "../operator/store.ts";
import { noPassword } from "../password/hash.ts";
import { passwordExists } from "../password/store.ts";
import type { World } from "../world.ts";
import { findPerson, peoplePage, statusOfPerson } from "./people/list.ts";
import { recordAct } from "./record-act.ts";

/** A person, by id; that an operator looked is in their activity before the answer goes out. */
export async function readPerson(
  world: World,
  operator: CurrentOperator,
  id: string,
): Promise<Outcome<PersonDetails, "not_found">> {
  const [read] = await world.db.batch([
    findAccountStatement(world, known(id)),
    ...recordAct(world, operator, id, "operator_viewed_account", passwordExists(id)),
  ]);
  const found = accountWithPasswordOf(read);
  return found ? ok(personOf(found)) : fail("not_found");
}

/**
 * Looks somebody up by their exact address, which their activity tells of, or lists people page by page. A page of a
 * list is in the operator log alone: else anyone who reads all of them each night would fill everybody's activity.
 */
export async function listPeople(
  world: World,
  operator: CurrentOperator,
  { email, cursor, limit }: { email?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<Outcome<PeoplePage, "invalid_request", WrongCursor>> {
  if (email !== undefined) {
    const found = await findPerson(world, email);
    if (!found) return ok({ people: [] });
    await world.db.batch(recordAct(world, operator, found.id, "operator_viewed_account", passwordExists(found.id)));
    return ok({ people: [found] });
  }
  const after: PageEnd | null = cursor === undefined ? null : parseCursor(cursor);
  if (cursor !== undefined && after === null) return notACursor;
  const page = peoplePage(world, after, limit);
  const [read] = await world.db.batch([
    page.statement,
    noteDone(world, operator, { did: "operator_listed_people" }, always),
  ]);
  return ok(page.read(read));
}

/** A person as operators see them: nothing in it is secret. */
export function personOf({
  account,
  passwordHash,
  disabledAt,
  twoFactorReset,
  dispute,
}: AccountWithPassword): PersonDetails {
  const { id, email, locale, createdAt, passwordChangedAt, twoFactor, waiting } = account;
  return {
    id,
    email,
    locale,
    createdAt,
    status: statusOfPerson(disabledAt, passwordHash),
    passwordChangedAt: passwordHash === noPassword ? null : passwordChangedAt,
    disabledAt: disabledAt === null ? null : new Date(disabledAt).toISOString(),
    twoFactor,
    twoFactorReset: twoFactorReset && {
      requestedAt: new Date(twoFactorReset.requestedAt).toISOString(),
      readyAt: new Date(twoFactorReset.readyAt).toISOString(),
      operator: twoFactorReset.operator,
    },
    waiting,
    disputed: dispute && {
      since: new Date(dispute.since).toISOString(),
      at: new Date(dispute.disputedAt).toISOString(),
      suspended: dispute.suspended.map(({ kind, addedAt }) => ({ kind, addedAt: new Date(addedAt).toISOString() })),
    },
  };
}
