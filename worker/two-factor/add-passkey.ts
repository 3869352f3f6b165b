import type { PasskeyAdded, RegistrationResponse } from "../../shared/contract/passkey.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { signalOf } from "../passkey/list.ts";
import { registerPasskey } from "../passkey/register.ts";
import { credentialsToSignal } from "../passkey/store.ts";
import type { CurrentSession } from "../session/rules.ts";
import { disputedCredentials } from "../set-aside/suspended/store.ts";
import type { World } from "../world.ts";
import { activateMethod } from "./activate.ts";

/** What the browser made, and how its owner calls it. */
export interface NewPasskey {
  id: string;
  name?: string;
  /** Its name where neither its owner nor its provider gives one. */
  unnamed: string;
  response: RegistrationResponse;
}

/** Makes a new passkey a method of the account, as any other is made (promise S5). */
export async function addPasskey(
  world: World,
  session: CurrentSession,
  made: NewPasskey,
): Promise<
  Outcome<PasskeyAdded, "challenge_expired" | "passkey_rejected" | "too_many_attempts", { retryAfter?: number }>
> {
  const registered = await registerPasskey(world, session, made);
  if (!registered.ok) return registered;
  const accountId = session.account.id;
  const also = credentialsToSignal(world, accountId, disputedCredentials(accountId));
  const activated = await activateMethod(world, session, registered.value, { also });
  if (!activated.ok)
    return activated.code === "code_expired" ? fail("passkey_rejected") : fail(activated.code, activated.details);
  const { also: passkeys, ...confirmed } = activated.value;
  return ok({ ...confirmed, signal: signalOf(world, confirmed.account, passkeys) });
}
