import { readAccount } from "../account/read.ts";
import { recordEvent } from "../activity/record.ts";
import { eventIsNewsToday } from "../activity/store.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import type { CopiedPasskey } from "../passkey/verify.ts";
import type { World } from "../world.ts";

/**
 * Tells an account's owner, after the answer, that a passkey of theirs was refused because its counter went back: somebody may
 * have a copy of it (WebAuthn L3 6.1.1). Once a day, for whoever has the copy can try it any number of times.
 */
export function tellCopiedPasskey(world: World, { accountId, name }: CopiedPasskey): void {
  world.afterAnswer(async () => {
    const account = await readAccount(world, accountId);
    const isNews = eventIsNewsToday(world, accountId, "passkey_copied");
    return world.db.batch([
      await tellOwner(world, account, { kind: "passkey_copied", about: name }, isNews),
      recordEvent(world, accountId, { type: "passkey_copied", detail: { name } }, isNews),
    ]);
  });
}
