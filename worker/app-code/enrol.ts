import { toString as drawQrCode } from "qrcode";
import type { AppEnrolment } from "../../shared/contract/app-code.ts";
import { formatOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import { randomId } from "../crypto/random.ts";
import type { World } from "../world.ts";
import { appKey, enrolmentLifetimeMinutes } from "./rules.ts";
import { newSecret } from "./secret.ts";
import { insertEnrolment } from "./store.ts";

/** Starts the set-up of an authenticator app. Nothing is active before its first code (promise C4). */
export async function enrolApp(
  world: World,
  account: { id: string; email: string },
  name: string,
): Promise<AppEnrolment> {
  const id = randomId(world.random);
  const { secret, sealed } = await newSecret(world, { accountId: account.id, methodId: id });
  const expiresAt = world.now + enrolmentLifetimeMinutes * 60_000;
  await insertEnrolment(world.db, {
    id,
    accountId: account.id,
    name,
    sealedSecret: sealed,
    now: world.now,
    expiresAt,
  });
  const uri = formatOtpauthUri(appKey(secret, account.email));
  // A margin of four modules is the quiet zone of ISO/IEC 18004.
  const qr = await drawQrCode(uri, { type: "svg", margin: 4, errorCorrectionLevel: "M" });
  return { id, secret, uri, qr, expiresAt: new Date(expiresAt).toISOString() };
}
