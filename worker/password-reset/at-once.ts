import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { proveAddress } from "../account/store.ts";
import { recordEvent } from "../activity/record.ts";
import { endedBy } from "../ends.ts";
import { both } from "../guard.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { hashPassword } from "../password/hash.ts";
import { resetPassword } from "../password/reset.ts";
import { passwordIsStill } from "../password/store.ts";
import { beginSession } from "../sign-in/begin-session.ts";
import { nextStep } from "../sign-in/next-step.ts";
import { secondStepToBegin } from "../sign-in/second-step.ts";
import type { StartedSignIn } from "../sign-in/start.ts";
import { addressMac } from "../throttle/key.ts";
import { ownNetworkKey, recogniseNetwork } from "../throttle/own-network.ts";
import { addressPasswordKey } from "../throttle/rules.ts";
import { forgiveTries } from "../throttle/take-try.ts";
import { noMethodLeft } from "../two-factor/remove.ts";
import type { World } from "../world.ts";
import type { ProvedReset } from "./proved.ts";

/**
 * Sets the password, and ends all sessions, remembered browsers and sign-ins in progress, in one transaction.
 * The mailed code has also proved the address. Who has two-factor on gets a sign-in in progress and no session; the code is spent either way.
 */
export async function resetAtOnce(
  world: World,
  { found: { account, passwordHash }, proof, forgive, newPassword }: ProvedReset,
): Promise<Outcome<StartedSignIn, "code_expired" | "link_expired">> {
  const next = hashPassword(newPassword, world.random);
  const changed = passwordIsStill(account.id, next);
  const step = nextStep(account, { barsEmailStep: true, addressIsUnproved: false, isRemembered: false });
  const isPlain = step.kind === "complete";
  const completed = isPlain ? await beginSession(world, account, { amr: ["pwd"] }, changed) : null;
  const begun = isPlain ? null : await secondStepToBegin(world, account, step, changed);
  const [replaced] = await world.db.batch([
    resetPassword(
      world,
      account.id,
      { old: passwordHash, next },
      !isPlain,
      isPlain ? both(proof.isUnspent, noMethodLeft(account.id)) : proof.isUnspent,
    ),
    proof.spend,
    proveAddress(world, account.id, changed),
    ...endedBy(world, "password_reset", { accountId: account.id }, changed),
    ...forgive,
    forgiveTries(world, ...(await passwordKeys(world, account.email))),
    recordEvent(world, account.id, { type: "password_reset" }, changed),
    await tellOwner(world, account, { kind: "password_reset" }, changed),
    ...(completed?.statements ?? []),
    ...(begun ? [begun.statement] : []),
  ]);
  if (replaced?.results.length !== 1) return fail(proof.gone);
  if (begun && step.kind === "second_step") return ok(begun.answer(step.preferred));
  return completed ? ok({ kind: "complete", account, session: completed.session }) : fail(proof.gone);
}

/** Under what passwords for an address are counted for all, and for anyone who calls from this network. */
async function passwordKeys(world: World, email: string): Promise<string[]> {
  const mac = await addressMac(world, email);
  const network = await recogniseNetwork(world, email);
  return [addressPasswordKey(mac), ...(network ? [ownNetworkKey(network, mac)] : [])];
}
