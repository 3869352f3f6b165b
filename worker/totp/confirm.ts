import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Amr } from "../../shared/contract/session.ts";
import { matchingTotpStep } from "../../shared/otp/totp.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { stepWindow, totpKey } from "./rules.ts";
import { openSecret } from "./secret.ts";
import { appIsConfirmed, confirmEnrolment, enrolmentIsWaiting, findEnrolment } from "./store.ts";

/** A set-up whose code was right: `statement` makes it active, and answers a row where it was the one to do so. */
export interface ConfirmedApp {
  id: string;
  type: "app";
  amr: Amr[];
  name: string;
  statement: D1PreparedStatement;
  isWaiting: Guard;
  isActive: Guard;
}

/**
 * Checks the first code of a set-up. A wrong one changes nothing; a right one is spent by `statement`,
 * so that it does not sign in a second time (promise C4). `not_found`: no such set-up of this account.
 */
export async function confirmApp(
  world: World,
  accountId: string,
  id: string,
  code: string,
): Promise<Outcome<ConfirmedApp, "wrong_code" | "code_expired" | "not_found" | "method_unavailable">> {
  const row = await findEnrolment(world.db, id, accountId);
  if (!row) return fail("not_found");
  if (row.expires_at <= world.now) return fail("code_expired");
  const secret = await openSecret(world, { accountId, methodId: id }, row.sealed_secret);
  if (!secret.ok) return secret;
  const step = matchingTotpStep(totpKey(secret.value, accountId), code, world.now, stepWindow);
  if (step === undefined) return fail("wrong_code");
  const statement = confirmEnrolment(world.db, { id, accountId, step, now: world.now });
  const isWaiting = enrolmentIsWaiting(id, accountId, world.now);
  return ok({ id, type: "app", amr: ["otp"], name: row.name, statement, isWaiting, isActive: appIsConfirmed(id) });
}
