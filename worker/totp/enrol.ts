import { toString as drawQrCode } from "qrcode";
import type { AppEnrolment } from "../../shared/contract/totp.ts";
import { shortOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import { type Outcome, ok } from "../../shared/outcome.ts";
import { randomId } from "../crypto/random.ts";
import { limitChanges } from "../mail/limit-changes.ts";
import type { CurrentSession } from "../session/rules.ts";
import { minute } from "../time.ts";
import type { World } from "../world.ts";
import { enrolmentLifetimeMinutes, totpKey } from "./rules.ts";
import { newSecret } from "./secret.ts";
import { insertEnrolment } from "./store.ts";

/**
 * Starts the set-up of an authenticator app. Nothing is active before its first code (promise C4). `too_many_attempts`:
 * ten methods were added within a day, so it could not be confirmed (promises G7, G8).
 */
export async function enrolApp(
  world: World,
  { id: sessionId, account }: Pick<CurrentSession, "id" | "account">,
  name: string,
): Promise<Outcome<AppEnrolment, "too_many_attempts", { retryAfter: number }>> {
  const id = randomId(world.random);
  const { secret, sealed } = await newSecret(world, { accountId: account.id, methodId: id });
  const expiresAt = world.now + enrolmentLifetimeMinutes * minute;
  const row = { id, accountId: account.id, begunBy: sessionId, name, sealedSecret: sealed, now: world.now, expiresAt };
  const change = { accountId: account.id, kind: "method_added" } as const;
  const begun = await limitChanges(world, change, insertEnrolment(world.db, row));
  if (!begun.ok) return begun;
  return ok(await drawEnrolment({ id, secret, email: account.email, expiresAt }));
}

/** A set-up as its owner sees it: the key as text, as a link and as a QR code. `expiresAt` in milliseconds since 1970. */
export async function drawEnrolment({
  id,
  secret,
  email,
  expiresAt,
}: {
  id: string;
  secret: string;
  email: string;
  expiresAt: number;
}): Promise<AppEnrolment> {
  const uri = shortOtpauthUri(totpKey(secret, email));
  // A margin of four modules is the quiet zone of ISO/IEC 18004. On a screen nothing is dirty or torn: the lowest level
  // of error correction has the fewest modules, and so the largest ones.
  const qr = await drawQrCode(uri, { type: "svg", margin: 4, errorCorrectionLevel: "L" });
  return { id, secret, uri, qr, expiresAt: new Date(expiresAt).toISOString() };
}
