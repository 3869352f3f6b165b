import type { D1Result } from "@cloudflare/workers-types";
import { open, sealedBy } from "../crypto/seal.ts";
import type { World } from "../world.ts";
import type { PrivateJwk, SigningAlg } from "./algorithm.ts";
import { makeSigningKeys } from "./make.ts";
import { type KeyTimes, keyTimesOf, newest, sealContext, signerAt } from "./rules.ts";
import { type SigningKeyRow, selectKeys } from "./store.ts";

/** A key that opened. */
export interface SigningKey extends KeyTimes {
  /** The `kid` of tokens. */
  id: string;
  jwk: PrivateJwk;
}

/** The keys that open, and those of them that sign now: one of each algorithm that was asked for. */
export interface SigningKeys {
  signers: SigningKey[];
  keys: SigningKey[];
}

/**
 * The keys that open, and those that sign now by `algs`, in one round trip. The first request that needs a key makes it,
 * and so does the first that finds that the signing one does not open, because its sealing key is lost.
 */
export async function findSigningKeys(world: World, algs: readonly SigningAlg[]): Promise<SigningKeys> {
  const rows = rowsOf(await selectKeys(world.db).all<SigningKeyRow>());
  const found = await openKeys(world, rows, algs);
  const missing = algs.filter((alg) => !found.signers.some((signer) => signer.alg === alg));
  if (missing.length === 0) return found;
  const wanted = missing.map((alg) => ({
    alg,
    lastSeq: newest(rows.map(keyTimesOf), alg)?.seq ?? 0,
    signsFrom: world.now,
  }));
  const made = await openKeys(world, rowsOf(await makeSigningKeys(world, wanted)), algs);
  if (made.signers.length < algs.length) throw new Error("no signing key opens, not even a new one");
  return made;
}

function rowsOf(result: D1Result<SigningKeyRow>): SigningKeyRow[] {
  return result.results;
}

/** Opens all that open. There is no signer of an algorithm where the one whose turn it is does not. */
async function openKeys(
  world: World,
  rows: readonly SigningKeyRow[],
  algs: readonly SigningAlg[],
): Promise<SigningKeys> {
  const opened = await Promise.all(rows.map((row) => openKey(world, row)));
  const keys = opened.filter((key) => key !== null);
  const turns = algs.map((alg) => signerAt(rows.map(keyTimesOf), alg, world.now)?.seq);
  return { signers: keys.filter(({ seq }) => turns.includes(seq)), keys };
}

async function openKey(world: World, row: SigningKeyRow): Promise<SigningKey | null> {
  const opened = await open(world.settings.sealKeys, sealContext(row.id), row.sealed_key);
  if (opened.ok) {
    const jwk = JSON.parse(new TextDecoder().decode(opened.value.plain)) as PrivateJwk;
    return { ...keyTimesOf(row), id: row.id, jwk };
  }
  const why = opened.code === "key_missing" ? "is not in SEAL_KEYS" : "does not fit: the row was altered";
  console.error(`the signing key ${row.id} does not open: its key ${sealedBy(row.sealed_key)} ${why}`);
  return null;
}
