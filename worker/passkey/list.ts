import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { PasskeySignal } from "../../shared/contract/passkey.ts";
import type { PasskeyRecord } from "../../shared/contract/passkey-record.ts";
import { known, type Term } from "../guard.ts";
import type { World } from "../world.ts";
import { findPasskeysOf, type PasskeyRow } from "./store.ts";

/** How a request to the browser names a passkey. */
export interface PasskeyDescriptor {
  id: string;
  type: "public-key";
  transports: string[];
}

/** A statement that reads the passkeys of an account, for a batch; the account may be a term, of a sign-in say. */
export function passkeysToList(world: World, accountId: Term): D1PreparedStatement {
  return findPasskeysOf(world.db, accountId);
}

/** The passkeys that it answered, or those of `ids` alone, as a request to the browser names them. */
export function descriptorsOf(result: D1Result | undefined, ids?: readonly string[]): PasskeyDescriptor[] {
  const asked = rowsOf(result).filter(({ id }) => ids === undefined || ids.includes(id));
  return asked.map(({ credential_id, transports }) => ({
    id: credential_id,
    type: "public-key",
    transports: JSON.parse(transports) as string[],
  }));
}

/** What the browser's Signal API is told by them: which to keep, and what their owner is called now. */
export function signalOf(
  world: World,
  account: { id: string; email: string },
  result: D1Result | undefined,
): PasskeySignal {
  return {
    rpId: world.settings.passkeyRpId,
    userId: account.id,
    name: account.email,
    displayName: account.email,
    allAcceptedCredentialIds: ((result?.results ?? []) as { credential_id: string }[]).map(
      ({ credential_id }) => credential_id,
    ),
  };
}

/** The account's passkeys with all that is stored of them; none of it is secret. */
export async function readPasskeys(world: World, accountId: string): Promise<PasskeyRecord[]> {
  return rowsOf(await findPasskeysOf(world.db, known(accountId)).all()).map((row) => ({
    id: row.id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    signCount: row.sign_count,
    transports: JSON.parse(row.transports) as string[],
    backupEligible: row.backup_eligible === 1,
    backedUp: row.backed_up === 1,
    userVerified: row.user_verified === 1,
    discoverable: row.discoverable === null ? null : row.discoverable === 1,
    aaguid: row.aaguid,
  }));
}

function rowsOf(result: D1Result | undefined): PasskeyRow[] {
  return (result?.results ?? []) as unknown as PasskeyRow[];
}
