import type { PasskeyRequest } from "../../shared/contract/passkey.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { known, not } from "../guard.ts";
import { assertionRequest } from "../passkey/ask-assertion.ts";
import { askChallenge } from "../passkey/challenge/ask.ts";
import { descriptorsOf, passkeysToList } from "../passkey/list.ts";
import { noPasskeyLeft } from "../passkey/store.ts";
import type { CurrentSession } from "../session/rules.ts";
import type { World } from "../world.ts";

/** Asks for one of the account's passkeys, for the step-up of this one session. `not_found`: it has none. */
export async function askStepUpPasskey(
  world: World,
  { id, account }: CurrentSession,
): Promise<Outcome<PasskeyRequest, "not_found">> {
  const accountId = known(account.id);
  const use = { purpose: "step_up", subject: id } as const;
  const asked = await askChallenge(world, use, accountId, not(noPasskeyLeft(accountId)));
  const [passkeys] = await world.db.batch([passkeysToList(world, accountId), ...asked.statements]);
  if (passkeys?.results.length === 0) return fail("not_found");
  return ok(assertionRequest(world, asked, descriptorsOf(passkeys)));
}
