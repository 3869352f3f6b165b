import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { DisputedKind } from "../../shared/contract/not-me.ts";
import { restoreEmailMethod } from "../email-code/store.ts";
import type { Guard } from "../guard.ts";
import { restorePasskey } from "../passkey/store.ts";
import { endSignIns } from "../pending-sign-in/store.ts";
import { restoreRecoveryCodes, voidRecoveryCodes } from "../recovery-code/store.ts";
import { keepVoidedRecoveryCodes } from "../set-aside/keep-removed.ts";
import { restoreApp } from "../totp/store.ts";
import { forgetBrowsers, restoreBrowser } from "../trusted-browser/store.ts";
import { restoreTwoFactorReset } from "../waiting/two-factor-reset/store.ts";
import type { World } from "../world.ts";

/**
 * Statements that give an item back to its account, while `guard` holds. A method or recovery codes end what began
 * without them, as adding any does (promise S5); a set of codes takes the place of the one that is there.
 */
export function restoreItem(
  world: World,
  accountId: string,
  { id, kind }: { id: string; kind: DisputedKind },
  guard: Guard,
): D1PreparedStatement[] {
  const ending = () => [endSignIns(world, accountId, guard), forgetBrowsers(world, accountId, guard)];
  const restore: Record<DisputedKind, () => D1PreparedStatement[]> = {
    app: () => [restoreApp(world, accountId, id, guard), ...ending()],
    email: () => [restoreEmailMethod(world, accountId, id, guard), ...ending()],
    passkey: () => [restorePasskey(world, accountId, id, guard), ...ending()],
    recovery_codes: () => [
      keepVoidedRecoveryCodes(world, accountId, guard),
      voidRecoveryCodes(world, accountId, guard),
      restoreRecoveryCodes(world, accountId, id, guard),
      ...ending(),
    ],
    browser: () => [restoreBrowser(world, accountId, id, guard)],
    two_factor_reset: () => [restoreTwoFactorReset(world, accountId, id, guard)],
  };
  return restore[kind]();
}
