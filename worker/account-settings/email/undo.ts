import { localeOf } from "../../../shared/contract/locale.ts";
import type { PasskeyRequest } from "../../../shared/contract/passkey.ts";
import type { ProblemDetails } from "../../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { setAddress } from "../../account/store.ts";
import { recordEvent } from "../../activity/record.ts";
import { openLink } from "../../crypto/signed-link.ts";
import { both, known, not } from "../../guard.ts";
import { tellOwner } from "../../mail/tell-owner.ts";
import { shutOut } from "../../not-me/shut-out.ts";
import { suspendChanges } from "../../not-me/suspend.ts";
import { assertionRequest } from "../../passkey/ask-assertion.ts";
import { askChallenge } from "../../passkey/challenge/ask.ts";
import { descriptorsOf, passkeysToList } from "../../passkey/list.ts";
import { noPasskeyLeft } from "../../passkey/store.ts";
import { disputedTime } from "../../set-aside/rules.ts";
import { readUndisputed } from "../../set-aside/store.ts";
import { undisputedOf } from "../../set-aside/undisputed.ts";
import { forgiveSecondFactor } from "../../throttle/second-factor.ts";
import { day } from "../../time.ts";
import { undoLinkDays } from "../../waiting/email-change/rules.ts";
import {
  changeIsUndoable,
  changeIsUndone,
  type EmailChangeRow,
  findChange,
  markUndone,
} from "../../waiting/email-change/store.ts";
import type { World } from "../../world.ts";
import { proveUndo, type UndoProof } from "./prove-undo.ts";

type Refusal = Extract<Awaited<ReturnType<typeof proveUndo>>, { ok: false }>["code"] | "link_expired";

/**
 * Puts back the address from before a change, with every change since, shuts everybody out and suspends what was added
 * in the disputed time: anyone who changed it could sign in. For the holder of the link that was mailed to the old address, who
 * proves an undisputed second factor while one is left (promise S10). `link_expired`: not ours, old or used.
 */
export async function undoEmail(
  world: World,
  link: string,
  given: UndoProof | null,
): Promise<Outcome<void, Refusal, ProblemDetails>> {
  const opened = await openUndo(world, link);
  if (!opened) return fail("link_expired");
  const { change, time } = opened;
  const { id, account_id: accountId, created_at: since } = change;
  const proved = await proveUndo(world, { accountId, changeId: id, time }, given);
  if (!proved.ok) return proved;
  const proof = proved.value;
  const undoes = both(changeIsUndoable(id), proof.isGood);
  const owner = { id: accountId, email: change.old_email, locale: localeOf(change.locale) };
  const told = await proof.tell(changeIsUndoable(id));
  const results = await world.db.batch([
    setAddress(world.db, { id, accountId }, "old", undoes),
    ...told,
    recordEvent(world, accountId, { type: "email_change_undone" }, undoes),
    await tellOwner(world, owner, { kind: "email_change_undone", wayOut: null }, undoes),
    ...suspendChanges(world, accountId, { time, undoneFrom: since }, undoes),
    ...shutOut(world, "email_change_undone", accountId, undoes),
    markUndone(world.db, { accountId, since, now: world.now }, undoes),
    ...proof.useUp(changeIsUndone(id, world.now)),
    ...(given ? [forgiveSecondFactor(world, accountId, given.method)] : []),
  ]);
  return results[0]?.results.length === 1 ? ok(undefined) : fail("link_expired");
}

/** Asks for one of the undisputed passkeys, for this one change. `not_found`: there is none. */
export async function askUndoPasskey(
  world: World,
  link: string,
): Promise<Outcome<PasskeyRequest, "link_expired" | "not_found">> {
  const opened = await openUndo(world, link);
  if (!opened) return fail("link_expired");
  const { change, time } = opened;
  const accountId = known(change.account_id);
  const use = { purpose: "undo_email", subject: change.id } as const;
  const asked = await askChallenge(world, use, accountId, not(noPasskeyLeft(accountId)));
  const [undisputed, passkeys] = await world.db.batch([
    readUndisputed(world, change.account_id, time),
    passkeysToList(world, accountId),
    ...asked.statements,
  ]);
  const ids = undisputedOf(undisputed).passkey;
  if (ids.length === 0) return fail("not_found");
  return ok(assertionRequest(world, asked, descriptorsOf(passkeys, ids)));
}

async function openUndo(world: World, link: string) {
  const lifetimeMs = undoLinkDays * day;
  const opened = await openLink(world.settings.macKey, "undo-email", link, { now: world.now, lifetimeMs });
  const change: EmailChangeRow | null = opened && (await findChange(world.db, opened.accountId, opened.subject));
  if (!opened || !change || change.confirmed_at === null || change.undone_at !== null) return null;
  return { change, time: disputedTime(opened.madeAt, change.session_id ?? "", world.now) };
}
