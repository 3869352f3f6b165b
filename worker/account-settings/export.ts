import type { AccountExport } from "../../shared/contract/account.ts";
import { readAccount } from "../account/read.ts";
import { readAllActivity } from "../activity/list.ts";
import { recordEvent } from "../activity/record.ts";
import { always } from "../guard.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { readPasskeys } from "../passkey/list.ts";
import { listSessions } from "../session/list.ts";
import type { CurrentSession } from "../session/rules.ts";
import { listSetAside } from "../set-aside/list.ts";
import { listBrowsers } from "../trusted-browser/list.ts";
import { listEmailChanges } from "../waiting/email-change/list.ts";
import type { World } from "../world.ts";

/**
 * All that is stored on an account, for its owner to take along; no secret, hash or code is in it. It is told of first,
 * by mail too (promise S7): who has stolen a session takes nothing along unnoticed.
 */
export async function exportAccount(world: World, session: CurrentSession): Promise<AccountExport> {
  const accountId = session.account.id;
  await world.db.batch([
    recordEvent(world, accountId, { type: "account_exported" }, always),
    await tellOwner(world, session.account, { kind: "account_exported" }, always),
  ]);
  const [account, sessions, devices, passkeys, emailChanges, setAside, activity] = await Promise.all([
    readAccount(world, accountId),
    listSessions(world, accountId, session.id),
    listBrowsers(world, accountId, undefined),
    readPasskeys(world, accountId),
    listEmailChanges(world, accountId),
    listSetAside(world, accountId),
    readAllActivity(world, accountId),
  ]);
  return {
    version: 1,
    exportedAt: new Date(world.now).toISOString(),
    account,
    sessions,
    devices,
    passkeys,
    emailChanges,
    setAside,
    activity,
  };
}
