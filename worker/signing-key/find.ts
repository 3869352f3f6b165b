import type { D1Result } from "@cloudflare/workers-types";
import { open, sealedBy } from "../crypto/seal.ts";
import type { World } from "../world.ts";
import { makeSigningKey } from "./make.ts";
import { type KeyTimes, newest, sealContext, signerAt } from "./rules.ts";
import { type SigningKeyRow, selectKeys } from "./store.ts";

/** A key pair on the curve P-256 as a JWK, private part and all. */
export interface PrivateJwk {
  kty: "EC";
  crv: "P-256";
  x: string;
  y: string;
  d: string;
}

/** A key that opened. */
export interface SigningKey extends KeyTimes {
  /** The `kid` of tokens. */
  id: string;
  jwk: PrivateJwk;
}

/**
 * The keys that open, and the one of them that signs now, in one round trip. The first request that needs a key makes it,
 * and so does the first that finds that the signing one does not open, because its sealing key is lost.
 */
export async function findSigningKeys(world: World): Promise<{ signer: SigningKey; keys: SigningKey[] }> {
  const rows = rowsOf(await selectKeys(world.db).all<SigningKeyRow>());
  const found = await openKeys(world, rows);
  if (found.signer) return { signer: found.signer, keys: found.keys };
  const last = newest(rows.map(timesOf))?.seq ?? 0;
  const made = await openKeys(world, rowsOf(await makeSigningKey(world, last, world.now)));
  if (!made.signer) throw new Error("no signing key opens, not even a new one");
  return { signer: made.signer, keys: made.keys };
}

function rowsOf(result: D1Result<SigningKeyRow>): SigningKeyRow[] {
  return result.results;
}

function timesOf({ seq, signs_from }: SigningKeyRow): KeyTimes {
  return { seq, signsFrom: signs_from };
}

/** Opens all that open. There is no `signer` where the one whose turn it is does not. */
async function openKeys(
  world: World,
  rows: readonly SigningKeyRow[],
): Promise<{ signer: SigningKey | undefined; keys: SigningKey[] }> {
  const opened = await Promise.all(rows.map((row) => openKey(world, row)));
  const keys = opened.filter((key) => key !== null);
  const turn = signerAt(rows.map(timesOf), world.now);
  return { signer: keys.find(({ seq }) => seq === turn?.seq), keys };
}

async function openKey(world: World, row: SigningKeyRow): Promise<SigningKey | null> {
  const opened = await open(world.settings.sealKeys, sealContext(row.id), row.sealed_key);
  if (opened.ok) {
    const jwk = JSON.parse(new TextDecoder().decode(opened.value.plain)) as PrivateJwk;
    return { ...timesOf(row), id: row.id, jwk };
  }
  const why = opened.code === "key_missing" ? "is not in SEAL_KEYS" : "does not fit: the row was altered";
  console.error(`the signing key ${row.id} does not open: its key ${sealedBy(row.sealed_key)} ${why}`);
  return null;
}
