import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { accountIsOpen } from "../account/store.ts";
import { browserIsUnknown } from "../activity/known-browser.ts";
import { recordEvent } from "../activity/record.ts";
import { both, type Guard } from "../guard.ts";
import type { SessionToCarry } from "../http/session-carrier.ts";
import { type Owner, tellOwner } from "../mail/tell-owner.ts";
import { issueSession, type SessionProof } from "../session/issue.ts";
import { noteOwnNetwork } from "../throttle/own-network.ts";
import type { World } from "../world.ts";

/**
 * What completes a sign-in, for the caller's batch while `guard` holds and nobody disabled the account: the session, whose statement is the first and
 * answers a row where it begins, the event, and the mail where the browser is new to the account. `isBegun` holds from then on.
 */
export async function beginSession(
  world: World,
  owner: Owner,
  proof: SessionProof,
  guard: Guard,
): Promise<{ session: SessionToCarry; statements: D1PreparedStatement[]; isBegun: Guard }> {
  const { statement, endUnused, session, isIssued } = await issueSession(
    world,
    owner.id,
    proof,
    both(guard, accountIsOpen(owner.id)),
  );
  // The mail goes before the event, from which on the browser is known.
  const isNews = both(isIssued, browserIsUnknown(world, owner.id));
  const statements = [
    statement,
    await tellOwner({ ...world, sessionId: session.id }, owner, { kind: "new_sign_in" }, isNews),
    recordEvent(world, owner.id, { type: "sign_in", detail: { amr: proof.amr.join(" ") } }, isIssued),
    ...(await noteOwnNetwork(world, owner.id, isIssued)),
    endUnused,
  ];
  return { session, statements, isBegun: isIssued };
}
