import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { Account, PasskeyTraits } from "../../shared/contract/account.ts";
import { localeOf } from "../../shared/contract/locale.ts";
import type { WaitingChange } from "../../shared/contract/waiting.ts";
import { known, type Term } from "../guard.ts";
import { providerName } from "../passkey/rules.ts";
import type { World } from "../world.ts";
import { preferredMethod } from "./rules.ts";
import {
  type AccountRow,
  accountById,
  type DeletionJson,
  type DisputeJson,
  type MethodRow,
  type TwoFactorResetJson,
  type WaitingEmailJson,
  type WaitingPasswordRow,
} from "./store.ts";

/** An account with the hash of its password, for those who are about to check it. */
export interface AccountWithPassword {
  account: Account;
  passwordHash: string;
  /** Whether the password was reset by e-mail and no other second step has been right since (promise S3). */
  barsEmailStep: boolean;
  /** Whether nobody has proved yet that the address is the person's: it came with an import that did not say so. */
  addressIsUnproved: boolean;
  /** A new password that takes the old one's place once it is ready; null where none waits. */
  waitingPassword: WaitingPasswordRow | null;
  /** Since when an operator keeps the account shut; null where it is open. */
  disabledAt: number | null;
  /** What turns two-factor off once it is ready, as an operator asked; null where nothing does. */
  twoFactorReset: TwoFactorResetJson | null;
  /** What 'this wasn't me' disputes and nobody has decided on; null where nothing is disputed. */
  dispute: DisputeJson | null;
}

/** The account as its owner sees it, in one round trip. Throws where there is none: a session outlived its account. */
export async function readAccount(world: World, id: string): Promise<Account> {
  return accountOf(await readAccountStatement(world, id).first<AccountRow>());
}

/** The same; null where there is none. */
export async function readAccountIfAny(world: World, id: string): Promise<Account | null> {
  const row = await readAccountStatement(world, id).first<AccountRow>();
  return row && accountOf(row);
}

/** The same, as the last statement of a batch; `accountOfResult` reads what it answered. */
export function readAccountStatement(world: World, id: string): D1PreparedStatement {
  return accountById(world.db, known(id), world.now);
}

/** The account in the answer of `readAccountStatement`. */
export function accountOfResult(result: D1Result | undefined): Account {
  return accountOf((result?.results[0] as AccountRow | undefined) ?? null);
}

/** The account of an id, likewise. */
export function findAccountStatement(world: World, id: Term): D1PreparedStatement {
  return accountById(world.db, id, world.now);
}

/** The account in the answer of such a statement, with its password's hash; null where there is none. */
export function accountWithPasswordOf(result: D1Result | undefined): AccountWithPassword | null {
  return withPassword((result?.results[0] as AccountRow | undefined) ?? null);
}

/** The account of an id, with its password's hash; null where there is none. */
export async function findAccountWithPassword(world: World, id: string): Promise<AccountWithPassword | null> {
  const row = await accountById(world.db, known(id), world.now).first<AccountRow>();
  return withPassword(row);
}

function withPassword(row: AccountRow | null): AccountWithPassword | null {
  return (
    row && {
      account: accountOf(row),
      passwordHash: row.password_hash,
      barsEmailStep: row.password_reset_at !== null,
      addressIsUnproved: row.unproved === 1,
      waitingPassword: row.waiting_password === null ? null : (JSON.parse(row.waiting_password) as WaitingPasswordRow),
      disabledAt: row.disabled_at,
      twoFactorReset: row.two_factor_reset === null ? null : (JSON.parse(row.two_factor_reset) as TwoFactorResetJson),
      dispute: row.dispute === null ? null : (JSON.parse(row.dispute) as DisputeJson),
    }
  );
}

function accountOf(row: AccountRow | null): Account {
  if (!row) throw new Error("the account is gone");
  const methods = (JSON.parse(row.methods) as MethodRow[]).map(({ disabled, passkey, ...method }) => ({
    ...method,
    ...(disabled ? { disabled: true as const } : {}),
    ...(passkey && { passkey: traitsOf(passkey) }),
    createdAt: new Date(method.createdAt).toISOString(),
    lastUsedAt: method.lastUsedAt === null ? null : new Date(method.lastUsedAt).toISOString(),
  }));
  return {
    id: row.id,
    email: row.email,
    locale: localeOf(row.locale),
    ...(row.display_name !== null && { displayName: row.display_name }),
    createdAt: new Date(row.created_at).toISOString(),
    passwordChangedAt: new Date(row.password_changed_at).toISOString(),
    twoFactor: {
      enabled: methods.length > 0,
      preferred: preferredMethod(methods, row.preferred_method_id)?.id ?? null,
      methods,
      recoveryCodesLeft: row.recovery_codes_left,
      passkeysOnly: row.passkeys_only === 1,
    },
    waiting: waitingOf(row),
  };
}

function waitingOf(row: AccountRow): WaitingChange[] {
  const password = row.waiting_password && (JSON.parse(row.waiting_password) as WaitingPasswordRow);
  const email = row.waiting_email && (JSON.parse(row.waiting_email) as WaitingEmailJson);
  const reset = row.two_factor_reset && (JSON.parse(row.two_factor_reset) as TwoFactorResetJson);
  const deletion = row.deletion && (JSON.parse(row.deletion) as DeletionJson);
  const all = [
    ...(deletion ? [waiting("deletion", deletion.id, deletion.since, deletion.until)] : []),
    ...(password ? [waiting("password_reset", password.resetId, password.since, password.readyAt)] : []),
    ...(email ? [waiting("email_change", email.id, email.since, email.expiresAt)] : []),
    ...(reset ? [waiting("two_factor_reset", reset.id, reset.requestedAt, reset.readyAt)] : []),
  ];
  return all.toSorted((one, other) => one.until.localeCompare(other.until));
}

function waiting(type: WaitingChange["type"], id: string, since: number, until: number): WaitingChange {
  return { id, type, since: new Date(since).toISOString(), until: new Date(until).toISOString() };
}

function traitsOf({ aaguid, synced, backedUp, passwordless }: NonNullable<MethodRow["passkey"]>): PasskeyTraits {
  return {
    provider: providerName(aaguid),
    synced: synced === 1,
    backedUp: backedUp === 1,
    passwordless: passwordless === 1,
  };
}
