import { systemRandom } from "../worker/crypto/random.ts";
import { readSealKeys } from "../worker/environment.ts";
import { endEverybodysSessions } from "../worker/session/store.ts";
import { signingKeysToReplace } from "../worker/signing-key/make.ts";
import { settingAtHand } from "./connect-database.ts";
import type { Commanded } from "./operator-keys.ts";

/** Signs everybody out. */
export async function endSessions({ db }: Commanded): Promise<void> {
  await endEverybodysSessions({ db, now: Date.now() }).run();
  console.log("Everybody is signed out: sessions, remembered browsers and sign-ins in progress have ended.");
}

/** Puts a new signing key in the place of all others. */
export async function replaceSigningKey({ db, values: { remote } }: Commanded): Promise<void> {
  const sealKeys = readSealKeys(settingAtHand("SEAL_KEYS", remote === true));
  await db.batch(await signingKeysToReplace({ db, now: Date.now(), random: systemRandom, sealKeys }));
  console.log("A new key signs tokens. The old ones are no longer published or accepted.");
  console.log(
    "Servers that keep a copy of /.well-known/jwks.json accept old tokens until they read it again, within 5 minutes.",
  );
}
