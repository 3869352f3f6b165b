import { always } from "../guard.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { noteDone } from "../operator/store.ts";
import { endEverybodysSessions } from "../session/store.ts";
import { signingKeysToReplace } from "../signing-key/make.ts";
import type { World } from "../world.ts";

/** Signs everybody out: sessions, remembered browsers and sign-ins in progress, from this moment on. */
export async function endEverySession(world: World, operator: CurrentOperator): Promise<void> {
  await world.db.batch([
    noteDone(world, operator, { did: "operator_ended_all_sessions" }, always),
    endEverybodysSessions(world),
  ]);
}

/** Puts a new signing key in the place of all others, from this moment on: what they signed is no longer accepted here. */
export async function replaceSigningKey(world: World, operator: CurrentOperator): Promise<void> {
  await world.db.batch([
    noteDone(world, operator, { did: "operator_replaced_signing_key" }, always),
    ...(await signingKeysToReplace({ ...world, sealKeys: world.settings.sealKeys })),
  ]);
}
