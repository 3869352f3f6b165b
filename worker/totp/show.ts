import type { AppEnrolment } from "../../shared/contract/totp.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { CurrentSession } from "../session/rules.ts";
import type { World } from "../world.ts";
import { drawEnrolment } from "./enrol.ts";
import { openSecret } from "./secret.ts";
import { findEnrolment } from "./store.ts";

/**
 * A set-up that waits, as it was answered when it began, to the session that began it and to nobody else: a page that was
 * loaded again shows the key that was scanned. `not_found` also for what another session began; `code_expired`: it has
 * waited too long.
 */
export async function showEnrolment(
  world: World,
  { id: sessionId, account }: CurrentSession,
  id: string,
): Promise<Outcome<AppEnrolment, "not_found" | "code_expired" | "method_unavailable">> {
  const row = await findEnrolment(world.db, id, account.id);
  if (row?.begun_by !== sessionId) return fail("not_found");
  if (row.expires_at <= world.now) return fail("code_expired");
  const secret = await openSecret(world, { accountId: account.id, methodId: id }, row.sealed_secret);
  if (!secret.ok) return secret;
  return ok(await drawEnrolment({ id, secret: secret.value, email: account.email, expiresAt: row.expires_at }));
}
